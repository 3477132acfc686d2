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

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.sightline.console.api.SourceException;
import io.sightline.console.logs.LogEntry;
import io.sightline.console.logs.LogQuestion;
import io.sightline.console.logs.LogSource;
import tools.jackson.databind.JsonNode;

/**
 * Log lines in an OpenSearch or Elasticsearch, as Sightline's JSON has them.
 */
final class OpenSearch implements LogSource {

	/** What has a place of its own in a line. */
	private static final Set<String> KNOWN = Set.of("timestamp", "@timestamp", "level", "service", "logger", "trace_id",
			"span_id", "message");

	private static final int LEVELS = 5;

	private final Remote remote;

	private final String index;

	OpenSearch(Remote remote, String index) {
		this.remote = remote;
		this.index = index;
	}

	@Override
	public String name() {
		return "opensearch";
	}

	@Override
	public List<LogEntry> find(LogQuestion question) throws SourceException {
		Map<String, Object> search = Map.of("size", question.limit(), "sort",
				List.of(Map.of("timestamp", Map.of("order", "desc", "unmapped_type", "date"))), "query",
				Map.of("bool", Map.of("filter", conditions(question))));
		JsonNode answer = this.remote.post("/" + this.index + "/_search?ignore_unavailable=true", search);
		List<LogEntry> lines = new ArrayList<>();
		for (JsonNode hit : Texts.list(answer.path("hits").path("hits"))) {
			lines.add(line(hit.path("_source"), -1 - lines.size()));
		}
		return lines.stream().filter((line) -> line.timeUs() > 0).toList();
	}

	private static List<Object> conditions(LogQuestion question) {
		List<Object> conditions = new ArrayList<>();
		phrase(conditions, "trace_id", question.traceId());
		phrase(conditions, "span_id", question.spanId());
		phrase(conditions, "service", question.service());
		if (!question.text().isEmpty()) {
			conditions.add(Map.of("multi_match",
					Map.of("query", question.text(), "type", "phrase", "lenient", true, "fields", List.of("*"))));
		}
		if (!question.levels().isEmpty() && question.levels().size() < LEVELS) {
			List<Object> levels = new ArrayList<>();
			question.levels().forEach((level) -> phrase(levels, "level", level));
			conditions.add(Map.of("bool", Map.of("should", levels, "minimum_should_match", 1)));
		}
		if (question.fromNs() > 0) {
			String from = Instant.ofEpochMilli(question.fromNs() / 1_000_000).toString();
			conditions.add(Map.of("range", Map.of("timestamp", Map.of("gte", from))));
		}
		return conditions;
	}

	private static void phrase(List<Object> conditions, String field, String value) {
		if (!value.isEmpty()) {
			conditions.add(Map.of("match_phrase", Map.of(field, value)));
		}
	}

	private static LogEntry line(JsonNode source, long seq) {
		Map<String, Object> fields = new TreeMap<>();
		source.forEachEntry((key, value) -> {
			if (!KNOWN.contains(key) && !value.isNull()) {
				fields.put(key, Texts.value(value));
			}
		});
		return new LogEntry(seq, micros(source), Texts.of(source, "level"), Texts.of(source, "service"),
				Texts.of(source, "logger"), Texts.id(source, "trace_id", 32), Texts.id(source, "span_id", 16),
				Texts.of(source, "message"), Texts.write(fields), "opensearch");
	}

	private static long micros(JsonNode source) {
		String time = Texts.of(source, "timestamp");
		try {
			Instant instant = Instant.parse(time.isEmpty() ? Texts.of(source, "@timestamp") : time);
			return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
		}
		catch (DateTimeException | ArithmeticException ex) {
			return 0;
		}
	}

}
