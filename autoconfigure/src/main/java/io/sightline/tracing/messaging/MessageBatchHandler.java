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

package io.sightline.tracing.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.SpanContext;

/**
 * Makes one span of a batch of messages, with a link to each of the spans that sent them,
 * by OpenTelemetry's semantic conventions.
 */
public final class MessageBatchHandler implements TracingObservationHandler<MessageBatch> {

	static final String SYSTEM = "messaging.system";

	static final String DESTINATION = "messaging.destination.name";

	static final String OPERATION_NAME = "messaging.operation.name";

	static final String OPERATION_TYPE = "messaging.operation.type";

	static final String SIZE = "messaging.batch.message_count";

	static final String ERROR_TYPE = "error.type";

	private static final String PROCESS = "process";

	private final OtelTracer tracer;

	/**
	 * Creates a handler.
	 * @param tracer starts the spans
	 */
	public MessageBatchHandler(OtelTracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof MessageBatch;
	}

	@Override
	public void onStart(MessageBatch batch) {
		Span.Builder builder = this.tracer.spanBuilder()
			.kind(Span.Kind.CONSUMER)
			.name((batch.destination().isEmpty()) ? PROCESS : PROCESS + " " + batch.destination())
			.tag(SYSTEM, batch.system())
			.tag(OPERATION_NAME, PROCESS)
			.tag(OPERATION_TYPE, PROCESS)
			.tag(SIZE, (long) batch.size());
		if (!batch.destination().isEmpty()) {
			builder.tag(DESTINATION, batch.destination());
		}
		for (SpanContext sender : batch.senders()) {
			builder.addLink(new Link(OtelSpan.fromOtel(io.opentelemetry.api.trace.Span.wrap(sender)).context()));
		}
		getTracingContext(batch).setSpan(builder.start());
	}

	@Override
	public void onStop(MessageBatch batch) {
		io.opentelemetry.api.trace.Span span = OtelSpan.toOtel(getRequiredSpan(batch));
		Throwable error = batch.getError();
		if (error != null) {
			span.setAttribute(ERROR_TYPE, error.getClass().getName());
		}
		getTracingContext(batch).close();
		span.end();
	}

	@Override
	public Tracer getTracer() {
		return this.tracer;
	}

}
