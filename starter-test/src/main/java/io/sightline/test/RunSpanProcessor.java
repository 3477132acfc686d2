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

package io.sightline.test;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Finds out which test a trace belongs to when it begins, and knows which spans are not
 * over yet. Has to come last: a span is over when the others have it.
 */
final class RunSpanProcessor implements SpanProcessor {

	private final TestRuns runs;

	private final ApplicationContext application;

	RunSpanProcessor(TestRuns runs, ApplicationContext application) {
		this.runs = runs;
		this.application = application;
	}

	@Override
	public void onStart(Context parentContext, ReadWriteSpan span) {
		String traceId = span.getSpanContext().getTraceId();
		SpanContext parent = span.getParentSpanContext();
		if (!this.runs.isIdle() && this.runs.ofTrace(traceId) == null && (!parent.isValid() || parent.isRemote())) {
			begin(traceId, span.getKind());
		}
		this.runs.opened(traceId);
	}

	private void begin(String traceId, SpanKind kind) {
		TestRun mine = this.runs.ofThread();
		if (mine != null) {
			this.runs.assign(traceId, mine);
			return;
		}
		TestRun only = this.runs.onlyOneIn(this.application);
		boolean entry = isEntry(kind);
		if (only != null && entry) {
			this.runs.assign(traceId, only);
		}
		else if (only != null) {
			this.runs.assignStray(traceId, only);
		}
	}

	/**
	 * Whether something comes in from outside by a span.
	 */
	static boolean isEntry(@Nullable SpanKind kind) {
		return kind == SpanKind.SERVER || kind == SpanKind.CONSUMER;
	}

	@Override
	public boolean isStartRequired() {
		return true;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		this.runs.closed(span.getSpanContext().getTraceId());
	}

	@Override
	public boolean isEndRequired() {
		return true;
	}

}
