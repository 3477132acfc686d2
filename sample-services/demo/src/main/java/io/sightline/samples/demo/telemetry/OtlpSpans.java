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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;

/**
 * Reads spans from the body of an OTLP export.
 */
final class OtlpSpans {

	private OtlpSpans() {
	}

	static List<Span> parse(byte[] body) throws InvalidProtocolBufferException {
		List<Span> spans = new ArrayList<>();
		for (ResourceSpans resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
			String service = attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
			for (ScopeSpans scope : resource.getScopeSpansList()) {
				scope.getSpansList().forEach((span) -> spans.add(convert(service, span)));
			}
		}
		return spans;
	}

	private static Span convert(String service, io.opentelemetry.proto.trace.v1.Span span) {
		return new Span(hex(span.getTraceId()), hex(span.getSpanId()), hex(span.getParentSpanId()), service,
				span.getName(), kind(span), span.getStartTimeUnixNano(), span.getEndTimeUnixNano(),
				span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
				attributes(span.getAttributesList()));
	}

	private static String hex(ByteString id) {
		return HexFormat.of().formatHex(id.toByteArray());
	}

	private static Span.Kind kind(io.opentelemetry.proto.trace.v1.Span span) {
		return switch (span.getKind()) {
			case SPAN_KIND_SERVER -> Span.Kind.SERVER;
			case SPAN_KIND_CLIENT -> Span.Kind.CLIENT;
			case SPAN_KIND_PRODUCER -> Span.Kind.PRODUCER;
			case SPAN_KIND_CONSUMER -> Span.Kind.CONSUMER;
			default -> Span.Kind.INTERNAL;
		};
	}

	private static Map<String, String> attributes(List<KeyValue> pairs) {
		Map<String, String> attributes = new HashMap<>();
		pairs.forEach((pair) -> attributes.put(pair.getKey(), text(pair.getValue())));
		return attributes;
	}

	private static String text(AnyValue value) {
		return switch (value.getValueCase()) {
			case STRING_VALUE -> value.getStringValue();
			case INT_VALUE -> Long.toString(value.getIntValue());
			case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
			case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
			default -> value.toString();
		};
	}

}
