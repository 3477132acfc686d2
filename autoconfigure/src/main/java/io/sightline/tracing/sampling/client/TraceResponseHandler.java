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

package io.sightline.tracing.sampling.client;

import java.util.function.Function;
import java.util.function.Predicate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.RequestReplySenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.sightline.tracing.sampling.TraceResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a trace that a service keeps which was called in it.
 *
 * @param <R> the type of responses
 */
public final class TraceResponseHandler<R> implements ObservationHandler<RequestReplySenderContext<?, ?>> {

	private final TraceResponse traceResponse;

	private final Predicate<@Nullable Object> believed;

	private final Class<R> responseType;

	private final Function<R, @Nullable String> header;

	/**
	 * Creates a handler.
	 * @param traceResponse takes note
	 * @param believed tells by a request whether its answer is believed
	 * @param responseType the type of responses
	 * @param header reads the header of a response
	 */
	public TraceResponseHandler(TraceResponse traceResponse, Predicate<@Nullable Object> believed,
			Class<R> responseType, Function<R, @Nullable String> header) {
		this.traceResponse = traceResponse;
		this.believed = believed;
		this.responseType = responseType;
		this.header = header;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof RequestReplySenderContext;
	}

	@Override
	public void onStop(RequestReplySenderContext<?, ?> context) {
		Object response = context.getResponse();
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		if (span != null && this.responseType.isInstance(response) && this.believed.test(context.getCarrier())) {
			this.traceResponse.received(span.context().traceId(), read(this.responseType.cast(response)));
		}
	}

	private @Nullable String read(R response) {
		try {
			return this.header.apply(response);
		}
		catch (RuntimeException ex) {
			// A response that is broken is no reason to fail what it answers.
			return null;
		}
	}

}
