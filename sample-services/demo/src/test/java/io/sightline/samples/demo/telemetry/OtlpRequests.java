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

package io.sightline.samples.demo.telemetry;

import java.util.HexFormat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/**
 * Export requests as an OpenTelemetry SDK sends them.
 */
final class OtlpRequests {

	static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	static final String SPAN_ID = "00f067aa0ba902b7";

	static final String PARENT_ID = "1111111111111111";

	private OtlpRequests() {
	}

	static byte[] oneFailedClientSpan() {
		Span span = Span.newBuilder()
			.setTraceId(bytes(TRACE_ID))
			.setSpanId(bytes(SPAN_ID))
			.setParentSpanId(bytes(PARENT_ID))
			.setName("http get")
			.setKind(Span.SpanKind.SPAN_KIND_CLIENT)
			.setStartTimeUnixNano(1_000_000)
			.setEndTimeUnixNano(3_500_000)
			.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
			.addAttributes(attribute("uri", AnyValue.newBuilder().setStringValue("/users/{id}")))
			.addAttributes(attribute("status", AnyValue.newBuilder().setIntValue(500)))
			.build();
		return ofService("order-service", span).toByteArray();
	}

	static byte[] spans(int count) {
		Span span = Span.newBuilder().setTraceId(bytes(TRACE_ID)).setSpanId(bytes(SPAN_ID)).build();
		ScopeSpans.Builder scope = ScopeSpans.newBuilder();
		for (int i = 0; i < count; i++) {
			scope.addSpans(span);
		}
		return ExportTraceServiceRequest.newBuilder()
			.addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
			.build()
			.toByteArray();
	}

	private static ExportTraceServiceRequest ofService(String service, Span span) {
		Resource resource = Resource.newBuilder()
			.addAttributes(attribute("service.name", AnyValue.newBuilder().setStringValue(service)))
			.build();
		return ExportTraceServiceRequest.newBuilder()
			.addResourceSpans(ResourceSpans.newBuilder()
				.setResource(resource)
				.addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
			.build();
	}

	private static KeyValue attribute(String key, AnyValue.Builder value) {
		return KeyValue.newBuilder().setKey(key).setValue(value).build();
	}

	private static ByteString bytes(String hex) {
		return ByteString.copyFrom(HexFormat.of().parseHex(hex));
	}

}
