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

package io.sightline.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.StatusCode;
import io.sightline.tracing.semconv.OneScopeTracingContext;
import io.sightline.tracing.semconv.RequestFacts;
import io.sightline.tracing.semconv.SpanConventions;
import org.jspecify.annotations.Nullable;

/**
 * Starts the span of a received request with what is known of it, so that a sampler can
 * decide by that. Micrometer's own handler adds everything at the end, when the decision
 * is past.
 */
public final class RequestPathTracingObservationHandler
		extends PropagatingReceiverTracingObservationHandler<ReceiverContext<Object>> {

	private final RequestReader requests;

	private final @Nullable SpanConventions conventions;

	private final @Nullable RequestSpans spans;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 * @param propagator extracts the caller's context
	 * @param requests reads requests
	 * @param conventions names spans, or {@code null} for the names of meters
	 * @param spans starts spans of requests in the place of tracer and propagator, or
	 * {@code null} if those are not of OpenTelemetry alone
	 */
	public RequestPathTracingObservationHandler(Tracer tracer, Propagator propagator, RequestReader requests,
			@Nullable SpanConventions conventions, @Nullable RequestSpans spans) {
		super(tracer, propagator);
		this.requests = requests;
		this.conventions = conventions;
		this.spans = spans;
	}

	@Override
	public void onStart(ReceiverContext<Object> context) {
		RequestFacts request = (this.spans != null && isPlain(context)) ? read(context) : null;
		if (request != null && this.spans != null) {
			Span span = this.spans.start(context, request);
			context.computeIfAbsent(TracingContext.class, (type) -> new OneScopeTracingContext());
			super.getTracingContext(context).setSpan(span);
			return;
		}
		super.onStart(context);
		// Micrometer's connects it with the observation, for baggage.
		super.getTracingContext(context);
	}

	/**
	 * Looks it up only, once there is a span: to make it if it is missing, as Micrometer
	 * does each time, costs more and may lock a part of the observation's map.
	 */
	@Override
	public TracingContext getTracingContext(ReceiverContext<Object> context) {
		TracingContext started = context.get(TracingContext.class);
		return (started != null && started.getSpan() != null) ? started : super.getTracingContext(context);
	}

	private boolean isPlain(ReceiverContext<Object> context) {
		return this.conventions != null && context.getKind() == Kind.SERVER && context.getRemoteServiceName() == null
				&& context.getRemoteServiceAddress() == null;
	}

	private @Nullable RequestFacts read(ReceiverContext<Object> context) {
		Object carrier = context.getCarrier();
		return (carrier != null) ? this.requests.read(carrier) : null;
	}

	@Override
	public Span.Builder customizeExtractedSpan(ReceiverContext<Object> context, Span.Builder builder) {
		RequestFacts request = read(context);
		if (request != null && this.conventions != null) {
			request.describe(builder);
		}
		else if (request != null) {
			builder.tag(NoiseSampler.URL_PATH.getKey(), request.path());
		}
		return builder;
	}

	@Override
	public void onStop(ReceiverContext<Object> context) {
		if (this.conventions == null) {
			super.onStop(context);
			return;
		}
		Span span = getRequiredSpan(context);
		this.conventions.describe(context, OtelSpan.toOtel(span));
		getTracingContext(context).close();
		// Micrometer's way copies all its data first, and marks the span as good.
		OtelSpan.toOtel(span).end();
	}

	/**
	 * Marks a span as failed when its response is a server error, also when the
	 * application made a proper answer of the exception: OpenTelemetry's HTTP
	 * conventions, status.
	 */
	@Override
	public void customizeReceiverSpan(ReceiverContext<Object> context, Span span) {
		KeyValue status = context.getLowCardinalityKeyValue("status");
		if (status != null && status.getValue().startsWith("5")) {
			OtelSpan.toOtel(span).setStatus(StatusCode.ERROR);
		}
	}

	/**
	 * Reads what is known when a request begins.
	 */
	@FunctionalInterface
	public interface RequestReader {

		/**
		 * What is known of the request that a carrier of headers is.
		 * @param carrier the request
		 * @return the facts, or {@code null} if the carrier is no request
		 */
		@Nullable RequestFacts read(Object carrier);

	}

}
