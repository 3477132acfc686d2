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

package io.sightline.console.traces;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.api.Parameters;
import io.sightline.console.api.Times;
import io.sightline.console.api.Where;
import io.sightline.console.logs.LogRepository;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Traces, and one by itself.
 */
@RestController
final class TraceController {

	private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

	private final TraceRepository traces;

	private final LogRepository logs;

	TraceController(TraceRepository traces, LogRepository logs) {
		this.traces = traces;
		this.logs = logs;
	}

	@GetMapping("/api/traces")
	TracePage traces(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "service", "text", "min_duration", "failed", "since", "before",
				"sort", "limit");
		Where spans = new Where();
		Duration since = parameters.duration("since", Duration.ZERO);
		if (!since.isZero()) {
			spans.and("start_ns >= ?", Times.nanosAgo(since));
		}
		String sort = parameters.choice("sort", List.of("start", "duration"));
		TraceRepository.Order order = TraceRepository.Order.valueOf(sort.toUpperCase(Locale.ROOT));
		long limit = parameters.number("limit", 100, 1, 500);
		return new TracePage(this.traces.find(spans, where(parameters), order, limit));
	}

	private static Where where(Parameters parameters) {
		Where where = new Where();
		String service = parameters.text("service");
		if (!service.isEmpty()) {
			where.and("list_contains(services, ?)", service);
		}
		String text = parameters.text("text");
		if (!text.isEmpty()) {
			where.and("contains(lower(name), lower(?)) OR trace_id = lower(?)", text, text);
		}
		Duration min = parameters.duration("min_duration", Duration.ZERO);
		if (!min.isZero()) {
			where.and("duration_ns >= ?", min.toNanos());
		}
		String failed = parameters.choice("failed", List.of("any", "true", "false"));
		if (!failed.equals("any")) {
			where.and("failed = ?", Boolean.parseBoolean(failed));
		}
		long before = parameters.number("before", -1, 0, Long.MAX_VALUE / 1000);
		if (before >= 0) {
			where.and("start_ns < ?", Times.nanos(before));
		}
		return where;
	}

	@GetMapping("/api/traces/{id}")
	TraceDetail trace(@PathVariable("id") String id) {
		if (!TRACE_ID.matcher(id).matches()) {
			throw new BadFieldException("id", "is to be 32 hexadecimal digits in lower case");
		}
		List<SpanEntry> found = this.traces.spans(id);
		if (found.isEmpty()) {
			throw new NotFoundException("There is no such trace: it was never received, or dropped to make room");
		}
		boolean complete = found.size() <= TraceRepository.MAX_SPANS;
		List<SpanEntry> spans = complete ? found : found.subList(0, TraceRepository.MAX_SPANS);
		long start = spans.stream().mapToLong(SpanEntry::startNs).min().orElse(0);
		long end = spans.stream().mapToLong(SpanEntry::endNs).max().orElse(0);
		return new TraceDetail(id, Times.micros(start), Times.micros(end - start),
				spans.stream().map(SpanEntry::service).distinct().sorted().toList(), TraceTree.of(spans).rows(),
				this.logs.ofTrace(id), complete);
	}

}
