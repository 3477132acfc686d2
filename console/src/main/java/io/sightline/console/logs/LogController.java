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

	private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

	private static final Pattern SPAN_ID = Pattern.compile("[0-9a-f]{16}");

	private final LogRepository logs;

	LogController(LogRepository logs) {
		this.logs = logs;
	}

	@GetMapping("/api/logs")
	LogPage logs(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "service", "level", "text", "trace_id", "span_id", "since",
				"after", "limit");
		Where where = where(parameters);
		long limit = parameters.number("limit", 200, 1, 1000);
		long after = parameters.number("after", -1, 0, Long.MAX_VALUE);
		if (after >= 0) {
			List<LogEntry> lines = this.logs.next(where.and("seq > ?", after), limit);
			return new LogPage(lines, lines.isEmpty() ? after : lines.get(lines.size() - 1).seq());
		}
		// Asked before the lines are: what arrives in between is seen twice, not never.
		long next = this.logs.lastSeq();
		return new LogPage(this.logs.newest(where, limit), next);
	}

	private static Where where(Parameters parameters) {
		Where where = new Where();
		String level = parameters.choice("level", List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR"));
		where.and("severity >= ?", LEVELS.getOrDefault(level, 0));
		equal(where, "service", parameters.text("service"));
		equal(where, "trace_id", parameters.text("trace_id", TRACE_ID, "32 hexadecimal digits in lower case"));
		equal(where, "span_id", parameters.text("span_id", SPAN_ID, "16 hexadecimal digits in lower case"));
		String text = parameters.text("text");
		if (!text.isEmpty()) {
			where.and("contains(lower(body), lower(?)) OR contains(lower(attributes), lower(?))", text, text);
		}
		Duration since = parameters.duration("since", Duration.ZERO);
		if (!since.isZero()) {
			where.and("time_ns >= ?", Times.nanosAgo(since));
		}
		return where;
	}

	private static void equal(Where where, String column, String value) {
		if (!value.isEmpty()) {
			where.and(column + " = ?", value);
		}
	}

}
