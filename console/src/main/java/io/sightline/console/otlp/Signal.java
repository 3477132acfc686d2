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

package io.sightline.console.otlp;

import java.util.function.Function;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/**
 * What can be sent.
 */
enum Signal {

	/** Spans. */
	TRACES(ExportTraceServiceRequest.getDefaultInstance(), ExportTraceServiceResponse.getDefaultInstance(),
			"rejected_spans", (message) -> TraceDecoder.decode((ExportTraceServiceRequest) message)),

	/** Lines of logs. */
	LOGS(ExportLogsServiceRequest.getDefaultInstance(), ExportLogsServiceResponse.getDefaultInstance(),
			"rejected_log_records", (message) -> LogDecoder.decode((ExportLogsServiceRequest) message)),

	/** Values of meters. */
	METRICS(ExportMetricsServiceRequest.getDefaultInstance(), ExportMetricsServiceResponse.getDefaultInstance(),
			"rejected_data_points", (message) -> MetricDecoder.decode((ExportMetricsServiceRequest) message));

	private final Message request;

	private final Message response;

	private final String rejectedField;

	private final Function<Message, Decoded> decoder;

	Signal(Message request, Message response, String rejectedField, Function<Message, Decoded> decoder) {
		this.request = request;
		this.response = response;
		this.rejectedField = rejectedField;
		this.decoder = decoder;
	}

	Message.Builder newRequest() {
		return this.request.newBuilderForType();
	}

	Message.Builder newResponse() {
		return this.response.newBuilderForType();
	}

	String rejectedField() {
		return this.rejectedField;
	}

	Decoded decode(Message message) {
		return this.decoder.apply(message);
	}

}
