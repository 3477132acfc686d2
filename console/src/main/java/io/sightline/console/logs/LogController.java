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

package io.sightline.console.logs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.sightline.console.api.Parameters;
import io.sightline.console.api.Times;
import io.sightline.console.api.Where;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Log lines, and those that come in.
 */
@RestController
final class LogController {

	private static final Map<String, Integer> LEVELS = Map.of("TRACE", 0, "DEBUG", 5, "INFO", 9, "WARN", 13, "ERROR",
			17);

	private static final List<String> NAMES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

	private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

	private static final Pattern SPAN_ID = Pattern.compile("[0-9a-f]{16}");

	private final LogRepository logs;

	private final LogLookup lookup;

	LogController(LogRepository logs, LogLookup lookup) {
		this.logs = logs;
		this.lookup = lookup;
	}

	@GetMapping("/api/logs")
	LogPage logs(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "service", "level", "text", "trace_id", "span_id", "since",
				"after", "limit");
		LogQuestion question = question(parameters);
		Where where = where(question, parameters.choice("level", NAMES));
		long after = parameters.number("after", -1, 0, Long.MAX_VALUE);
		if (after >= 0) {
			List<LogEntry> lines = this.logs.next(where.and("seq > ?", after), question.limit());
			return new LogPage(lines, List.of(), lines.isEmpty() ? after : lines.get(lines.size() - 1).seq());
		}
		// Asked before the lines are: what arrives in between is seen twice, not never.
		long next = this.logs.lastSeq();
		LogsFound found = this.lookup.complete(this.logs.newest(where, question.limit()), question);
		return new LogPage(found.lines(), found.answers(), next);
	}

	private static LogQuestion question(Parameters parameters) {
		String level = parameters.choice("level", NAMES);
		Duration since = parameters.duration("since", Duration.ZERO);
		return new LogQuestion(parameters.text("service"), NAMES.subList(NAMES.indexOf(level), NAMES.size()),
				parameters.text("text"), parameters.text("trace_id", TRACE_ID, "32 hexadecimal digits in lower case"),
				parameters.text("span_id", SPAN_ID, "16 hexadecimal digits in lower case"),
				since.isZero() ? 0 : Times.nanosAgo(since), (int) parameters.number("limit", 200, 1, 1000));
	}

	private static Where where(LogQuestion question, String level) {
		Where where = new Where();
		where.and("severity >= ?", LEVELS.getOrDefault(level, 0));
		equal(where, "service", question.service());
		equal(where, "trace_id", question.traceId());
		equal(where, "span_id", question.spanId());
		if (!question.text().isEmpty()) {
			where.and("contains(lower(body), lower(?)) OR contains(lower(attributes), lower(?))", question.text(),
					question.text());
		}
		if (question.fromNs() > 0) {
			where.and("time_ns >= ?", question.fromNs());
		}
		return where;
	}

	private static void equal(Where where, String column, String value) {
		if (!value.isEmpty()) {
			where.and(column + " = ?", value);
		}
	}

}
