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

package io.sightline.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/**
 * Writes exports as a service would.
 */
public final class Otlp {

	private final String service;

	private final List<Span> spans = new ArrayList<>();

	private final List<LogRecord> lines = new ArrayList<>();

	private final long now;

	private Otlp(String service) {
		this.service = service;
		Instant instant = Instant.now();
		this.now = instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
	}

	public static Otlp of(String service) {
		return new Otlp(service);
	}

	public static String traceId(long number) {
		return "%032x".formatted(number);
	}

	public static String spanId(long number) {
		return "%016x".formatted(number);
	}

	public long now() {
		return this.now;
	}

	/**
	 * Add a request that the service received.
	 * @param trace the number of the trace, also of the span
	 * @param millis how long it took
	 * @param failed whether it failed
	 * @param attributes names and values
	 * @return this
	 */
	public Otlp request(long trace, long millis, boolean failed, String... attributes) {
		return span(new Piece(trace, trace, 0, Span.SpanKind.SPAN_KIND_SERVER, "GET /things/{id}"), 0, millis, failed,
				attributes);
	}

	public Otlp span(Piece piece, long offsetMillis, long millis, boolean failed, String... attributes) {
		long start = this.now + offsetMillis * 1_000_000;
		Span.Builder span = Span.newBuilder()
			.setTraceId(bytes(traceId(piece.trace())))
			.setSpanId(bytes(spanId(piece.id())))
			.setName(piece.name())
			.setKind(piece.kind())
			.setStartTimeUnixNano(start)
			.setEndTimeUnixNano(start + millis * 1_000_000);
		if (piece.parent() != 0) {
			span.setParentSpanId(bytes(spanId(piece.parent())));
		}
		if (failed) {
			span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage("it broke"));
		}
		span.addAllAttributes(attributes(attributes));
		this.spans.add(span.build());
		return this;
	}

	public Otlp span(Span span) {
		this.spans.add(span);
		return this;
	}

	public Otlp line(int severity, String body, long trace, long span) {
		LogRecord.Builder line = LogRecord.newBuilder()
			.setTimeUnixNano(this.now)
			.setSeverityNumberValue(severity)
			.setBody(AnyValue.newBuilder().setStringValue(body));
		if (trace != 0) {
			line.setTraceId(bytes(traceId(trace))).setSpanId(bytes(spanId(span)));
		}
		this.lines.add(line.build());
		return this;
	}

	public byte[] traces() {
		return tracesMessage().toByteArray();
	}

	public ExportTraceServiceRequest tracesMessage() {
		return ExportTraceServiceRequest.newBuilder()
			.addResourceSpans(ResourceSpans.newBuilder()
				.setResource(resource())
				.addScopeSpans(ScopeSpans.newBuilder().addAllSpans(this.spans)))
			.build();
	}

	public byte[] logs() {
		return ExportLogsServiceRequest.newBuilder()
			.addResourceLogs(ResourceLogs.newBuilder()
				.setResource(resource())
				.addScopeLogs(ScopeLogs.newBuilder()
					.setScope(InstrumentationScope.newBuilder().setName("com.example.Things"))
					.addAllLogRecords(this.lines)))
			.build()
			.toByteArray();
	}

	private Resource resource() {
		return Resource.newBuilder()
			.addAllAttributes(attributes("service.name", this.service, "service.version", "1.2.0"))
			.build();
	}

	private static List<KeyValue> attributes(String... pairs) {
		List<KeyValue> attributes = new ArrayList<>();
		for (int i = 0; i < pairs.length; i += 2) {
			attributes.add(KeyValue.newBuilder()
				.setKey(pairs[i])
				.setValue(AnyValue.newBuilder().setStringValue(pairs[i + 1]))
				.build());
		}
		return attributes;
	}

	private static ByteString bytes(String hex) {
		return ByteString.copyFrom(HexFormat.of().parseHex(hex));
	}

	/**
	 * What a span is.
	 *
	 * @param trace the number of the trace
	 * @param id the number of the span
	 * @param parent the number of the span above, or 0
	 * @param kind its kind
	 * @param name its name
	 */
	public record Piece(long trace, long id, long parent, Span.SpanKind kind, String name) {
	}

}
