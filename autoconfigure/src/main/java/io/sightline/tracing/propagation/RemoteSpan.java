/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.sightline.tracing.propagation;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * The span of a caller with what its span context has no place for. Micrometer hands on
 * the span of an extracted context, and nothing else of it, to samplers and processors.
 */
final class RemoteSpan implements Span {

	/**
	 * The SDK replaces a parent without ids before it asks the sampler.
	 */
	private static final ContextKey<RemoteSpan> KEY = ContextKey.named("sightline-remote-span");

	private final SpanContext context;

	private final RemoteDecision decision;

	private final @Nullable SpanContext untrusted;

	private RemoteSpan(SpanContext context, RemoteDecision decision, @Nullable SpanContext untrusted) {
		this.context = context;
		this.decision = decision;
		this.untrusted = untrusted;
	}

	static RemoteSpan of(SpanContext context, RemoteDecision decision) {
		return new RemoteSpan(context, decision, null);
	}

	/**
	 * A caller that is not believed: no parent, but perhaps something to link to.
	 * @param untrusted what the caller says, which is invalid if it says nothing
	 * @return a span without context
	 */
	static RemoteSpan untrusted(SpanContext untrusted) {
		return new RemoteSpan(SpanContext.getInvalid(), RemoteDecision.NONE, untrusted);
	}

	/**
	 * The caller of a span that is about to start.
	 * @param parentContext the context it starts in
	 * @return the caller, or {@code null} if there is none or the parent is in this
	 * process
	 */
	static @Nullable RemoteSpan of(Context parentContext) {
		Span parent = Span.fromContext(parentContext);
		if (parent instanceof RemoteSpan remote) {
			return remote;
		}
		return (parent.getSpanContext().isValid()) ? null : parentContext.get(KEY);
	}

	RemoteDecision decision() {
		return this.decision;
	}

	@Nullable SpanContext untrusted() {
		return this.untrusted;
	}

	@Override
	public Context storeInContext(Context context) {
		return Span.super.storeInContext(context).with(KEY, this);
	}

	@Override
	public SpanContext getSpanContext() {
		return this.context;
	}

	@Override
	public boolean isRecording() {
		return false;
	}

	@Override
	public <T> Span setAttribute(AttributeKey<T> key, @Nullable T value) {
		return this;
	}

	@Override
	public Span addEvent(String name, Attributes attributes) {
		return this;
	}

	@Override
	public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
		return this;
	}

	@Override
	public Span setStatus(StatusCode statusCode, String description) {
		return this;
	}

	@Override
	public Span recordException(Throwable exception, Attributes additionalAttributes) {
		return this;
	}

	@Override
	public Span updateName(String name) {
		return this;
	}

	@Override
	public void end() {
	}

	@Override
	public void end(long timestamp, TimeUnit unit) {
	}

	@Override
	public String toString() {
		return "RemoteSpan{" + this.context + ", " + this.decision + ", " + this.untrusted + "}";
	}

}
