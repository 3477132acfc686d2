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
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * Starts the span of a received request with its path on it, so that a sampler can decide
 * by it. Micrometer's own handler adds everything at the end, when the decision is past.
 */
public final class RequestPathTracingObservationHandler
		extends PropagatingReceiverTracingObservationHandler<ReceiverContext<Object>> {

	private final PathResolver paths;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 * @param propagator extracts the caller's context
	 * @param paths finds the path of a request
	 */
	public RequestPathTracingObservationHandler(Tracer tracer, Propagator propagator, PathResolver paths) {
		super(tracer, propagator);
		this.paths = paths;
	}

	@Override
	public Span.Builder customizeExtractedSpan(ReceiverContext<Object> context, Span.Builder builder) {
		Object carrier = context.getCarrier();
		String path = (carrier != null) ? this.paths.resolve(carrier) : null;
		return (path != null) ? builder.tag(NoiseSampler.URL_PATH.getKey(), path) : builder;
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
	 * Finds the path of a request.
	 */
	@FunctionalInterface
	public interface PathResolver {

		/**
		 * The path of the request that a carrier of headers is.
		 * @param carrier the request
		 * @return the path without query, or {@code null} if the carrier has none
		 */
		@Nullable String resolve(Object carrier);

	}

}
