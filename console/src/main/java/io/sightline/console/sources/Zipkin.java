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
import java.util.Map;
import java.util.Set;

import io.sightline.console.api.SourceException;
import io.sightline.console.traces.SpanEntry;
import io.sightline.console.traces.TraceQuestion;
import io.sightline.console.traces.TraceSource;
import tools.jackson.databind.JsonNode;

/**
 * Traces of a Zipkin, by its API v2.
 */
final class Zipkin implements TraceSource {

	private static final Set<String> KINDS = Set.of("CLIENT", "SERVER", "PRODUCER", "CONSUMER");

	private static final long WEEK_MILLIS = Duration.ofDays(7).toMillis();

	private static final long NANOS_PER_MILLI = 1_000_000;

	private final Remote remote;

	private final InstantSource clock;

	Zipkin(Remote remote, InstantSource clock) {
		this.remote = remote;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "zipkin";
	}

	@Override
	public List<SpanEntry> spans(String traceId) throws SourceException {
		return spans(this.remote.get("/api/v2/trace/" + traceId, Map.of()));
	}

	@Override
	public List<List<SpanEntry>> find(TraceQuestion question) throws SourceException {
		if (question.text().matches("[0-9a-f]{32}")) {
			return List.of(spans(question.text()));
		}
		long end = Math.min(question.toNs() / NANOS_PER_MILLI, this.clock.millis() + 1000);
		long from = question.fromNs() / NANOS_PER_MILLI;
		long lookback = (from > 0) ? Math.max(1, end - from) : WEEK_MILLIS;
		Map<String, String> parameters = Map.of("serviceName", question.service(), "minDuration",
				question.minDuration().isZero() ? "" : Long.toString(question.minDuration().toNanos() / 1000),
				"annotationQuery", Boolean.TRUE.equals(question.failed()) ? "error" : "", "endTs", Long.toString(end),
				"lookback", Long.toString(lookback), "limit", Integer.toString(question.limit()));
		return Texts.list(this.remote.get("/api/v2/traces", parameters)).stream().map(Zipkin::spans).toList();
	}

	private static List<SpanEntry> spans(JsonNode trace) {
		return Texts.list(trace)
			.stream()
			.map(Zipkin::span)
			.filter((span) -> !span.traceId().isEmpty() && !span.spanId().isEmpty())
			.toList();
	}

	private static SpanEntry span(JsonNode span) {
		String id = Texts.id(span, "id", 16);
		// Client and server may have the same id there.
		boolean shared = span.path("shared").asBoolean(false);
		Map<String, Object> tags = new LinkedHashMap<>();
		span.path("tags").forEachEntry((key, value) -> tags.put(key, Texts.value(value)));
		String kind = Texts.of(span, "kind");
		List<Map<String, Object>> events = Texts.list(span.path("annotations"))
			.stream()
			.map((event) -> Texts.event(Texts.of(event, "value"), event.path("timestamp").asLong(0), Map.of()))
			.toList();
		return new SpanEntry(Texts.id(span, "traceId", 32), shared ? "shared " + id : id,
				shared ? id : Texts.id(span, "parentId", 16), Texts.of(span.path("localEndpoint"), "serviceName"), "",
				"", Texts.of(span, "name"), KINDS.contains(kind) ? kind : "INTERNAL",
				span.path("timestamp").asLong(0) * 1000, span.path("duration").asLong(0) * 1000,
				tags.containsKey("error"), String.valueOf(tags.getOrDefault("error", "")), Texts.write(tags),
				Texts.events(events));
	}

}
