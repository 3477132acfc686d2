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

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first trace context that it finds of those it is to consume, writes all that
 * it is to produce, and starts anew for callers that are not trusted.
 */
public final class SightlinePropagator implements TextMapPropagator {

	private final List<TextMapPropagator> consumed;

	private final List<TextMapPropagator> produced;

	private final RecipientPolicy recipients;

	private final @Nullable TextMapPropagator baggage;

	private final TrustPolicy trust;

	private final CallerAddress callers;

	private final Set<String> fields = new LinkedHashSet<>();

	/**
	 * Creates a propagator.
	 * @param consume formats to read, the first that is there counts
	 * @param produce formats to write
	 * @param recipients who is told the trace
	 * @param relayed the baggage to write, or {@code null} for no baggage at all
	 * @param trust whose context is believed
	 * @param callers finds the address of a caller
	 */
	public SightlinePropagator(List<Format> consume, List<Format> produce, RecipientPolicy recipients,
			@Nullable BaggagePolicy relayed, TrustPolicy trust, CallerAddress callers) {
		this.consumed = consume.stream().distinct().map(SightlinePropagator::create).toList();
		this.produced = produce.stream().distinct().map(SightlinePropagator::create).toList();
		this.recipients = recipients;
		this.baggage = (relayed != null) ? new BaggagePropagator(relayed, produce.contains(Format.W3C)) : null;
		this.trust = trust;
		this.callers = callers;
		this.produced.forEach((propagator) -> this.fields.addAll(propagator.fields()));
		this.consumed.forEach((propagator) -> this.fields.addAll(propagator.fields()));
		if (this.baggage != null) {
			this.fields.addAll(this.baggage.fields());
		}
	}

	private static TextMapPropagator create(Format format) {
		return switch (format) {
			case W3C -> new W3cPropagator();
			case B3 -> new B3Propagator(true);
			case B3_MULTI -> new B3Propagator(false);
		};
	}

	@Override
	public Collection<String> fields() {
		return this.fields;
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		if (this.recipients.allows(carrier)) {
			for (TextMapPropagator propagator : this.produced) {
				propagator.inject(context, carrier, setter);
			}
		}
		if (this.baggage != null) {
			this.baggage.inject(context, carrier, setter);
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		Context extracted = trace(context, carrier, getter);
		if (!this.trust.isAlways() && !this.trust.isTrusted(this.callers.find(carrier))) {
			SpanContext untrusted = (extracted != context) ? Span.fromContext(extracted).getSpanContext()
					: SpanContext.getInvalid();
			boolean within = !untrusted.isValid() && Span.fromContext(context).getSpanContext().isValid();
			return (within) ? context : context.with(RemoteSpan.untrusted(untrusted));
		}
		return (this.baggage != null) ? this.baggage.extract(extracted, carrier, getter) : extracted;
	}

	private <C> Context trace(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		for (TextMapPropagator propagator : this.consumed) {
			Context extracted = propagator.extract(context, carrier, getter);
			if (extracted != context) {
				return extracted;
			}
		}
		return context;
	}

	/**
	 * A format of headers.
	 */
	public enum Format {

		/**
		 * W3C Trace Context.
		 */
		W3C,

		/**
		 * B3 in one header.
		 */
		B3,

		/**
		 * B3 in several headers.
		 */
		B3_MULTI

	}

	/**
	 * Finds the address of a caller.
	 */
	@FunctionalInterface
	public interface CallerAddress {

		/**
		 * The address that a carrier of headers comes from.
		 * @param carrier a request or message
		 * @return the address, or {@code null} if the carrier has none
		 */
		@Nullable String find(@Nullable Object carrier);

	}

}
