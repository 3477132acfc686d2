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

package io.sightline.console.sources;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.sightline.console.api.SourceException;
import io.sightline.console.traces.SpanEntry;
import io.sightline.console.traces.TraceQuestion;
import io.sightline.console.traces.TraceSource;
import tools.jackson.databind.JsonNode;

/**
 * Traces of a Jaeger, by the HTTP API of its query service.
 */
final class Jaeger implements TraceSource {

	private static final Set<String> KINDS = Set.of("CLIENT", "SERVER", "PRODUCER", "CONSUMER");

	private static final long WEEK_MICROS = Duration.ofDays(7).toNanos() / 1000;

	private final Remote remote;

	private final InstantSource clock;

	Jaeger(Remote remote, InstantSource clock) {
		this.remote = remote;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "jaeger";
	}

	@Override
	public List<SpanEntry> spans(String traceId) throws SourceException {
		return Texts.list(this.remote.get("/api/traces/" + traceId, Map.of()).path("data"))
			.stream()
			.findFirst()
			.map(Jaeger::spans)
			.orElse(List.of());
	}

	@Override
	public List<List<SpanEntry>> find(TraceQuestion question) throws SourceException {
		if (question.text().matches("[0-9a-f]{32}")) {
			return List.of(spans(question.text()));
		}
		if (question.service().isEmpty()) {
			throw new SourceException("finds traces of a service only: choose one");
		}
		long end = Math.min(question.toNs() / 1000, this.clock.millis() * 1000 + 1_000_000);
		long from = (question.fromNs() > 0) ? question.fromNs() / 1000 : end - WEEK_MICROS;
		Map<String, String> parameters = Map.of("service", question.service(), "minDuration",
				question.minDuration().isZero() ? "" : question.minDuration().toNanos() / 1000 + "us", "tags",
				Boolean.TRUE.equals(question.failed()) ? "{\"error\":\"true\"}" : "", "start", Long.toString(from),
				"end", Long.toString(end), "limit", Integer.toString(question.limit()));
		return Texts.list(this.remote.get("/api/traces", parameters).path("data")).stream().map(Jaeger::spans).toList();
	}

	private static List<SpanEntry> spans(JsonNode trace) {
		return Texts.list(trace.path("spans"))
			.stream()
			.map((span) -> span(span, trace.path("processes").path(Texts.of(span, "processID"))))
			.filter((span) -> !span.traceId().isEmpty() && !span.spanId().isEmpty())
			.toList();
	}

	private static SpanEntry span(JsonNode span, JsonNode process) {
		Map<String, Object> tags = fields(span.path("tags"));
		Map<String, Object> origin = fields(process.path("tags"));
		String kind = tags.getOrDefault("span.kind", "").toString().toUpperCase(Locale.ROOT);
		List<Map<String, Object>> events = Texts.list(span.path("logs")).stream().map(Jaeger::event).toList();
		return new SpanEntry(Texts.id(span, "traceID", 32), Texts.id(span, "spanID", 16), parent(span),
				Texts.of(process, "serviceName"), origin.getOrDefault("service.version", "").toString(),
				origin.getOrDefault("service.instance.id", "").toString(), Texts.of(span, "operationName"),
				KINDS.contains(kind) ? kind : "INTERNAL", span.path("startTime").asLong(0) * 1000,
				span.path("duration").asLong(0) * 1000, "true".equals(String.valueOf(tags.get("error"))),
				tags.getOrDefault("otel.status_description", "").toString(), Texts.write(tags), Texts.events(events));
	}

	private static String parent(JsonNode span) {
		return Texts.list(span.path("references"))
			.stream()
			.filter((reference) -> "CHILD_OF".equals(Texts.of(reference, "refType")))
			.findFirst()
			.map((reference) -> Texts.id(reference, "spanID", 16))
			.orElse("");
	}

	private static Map<String, Object> event(JsonNode log) {
		Map<String, Object> fields = fields(log.path("fields"));
		Object name = fields.remove("event");
		return Texts.event((name != null) ? name.toString() : "log", log.path("timestamp").asLong(0), fields);
	}

	private static Map<String, Object> fields(JsonNode tags) {
		Map<String, Object> fields = new LinkedHashMap<>();
		Texts.list(tags).forEach((tag) -> fields.put(Texts.of(tag, "key"), Texts.value(tag.path("value"))));
		return fields;
	}

}
