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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.api.Parameters;
import io.sightline.console.api.SourceAnswer;
import io.sightline.console.api.Times;
import io.sightline.console.api.Where;
import io.sightline.console.logs.LogLookup;
import io.sightline.console.logs.LogsFound;

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

	private static final long LATEST = 4_000_000_000_000_000_000L;

	private final TraceRepository traces;

	private final LogLookup lines;

	private final Elsewhere elsewhere;

	TraceController(TraceRepository traces, LogLookup lines, Elsewhere elsewhere) {
		this.traces = traces;
		this.lines = lines;
		this.elsewhere = elsewhere;
	}

	@GetMapping("/api/traces")
	TracePage traces(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "service", "text", "min_duration", "failed", "since", "before",
				"sort", "limit");
		TraceQuestion question = question(parameters);
		Where spans = new Where();
		if (question.fromNs() > 0) {
			spans.and("start_ns >= ?", question.fromNs());
		}
		String sort = parameters.choice("sort", List.of("start", "duration"));
		TraceRepository.Order order = TraceRepository.Order.valueOf(sort.toUpperCase(Locale.ROOT));
		List<TraceSummary> found = this.traces.find(spans, where(question), order, question.limit());
		return this.elsewhere.complete(found, question, order.comparator());
	}

	private static TraceQuestion question(Parameters parameters) {
		Duration since = parameters.duration("since", Duration.ZERO);
		String failed = parameters.choice("failed", List.of("any", "true", "false"));
		long before = parameters.number("before", Times.micros(LATEST), 0, Times.micros(LATEST));
		return new TraceQuestion(parameters.text("service"), parameters.text("text"),
				parameters.duration("min_duration", Duration.ZERO),
				failed.equals("any") ? null : Boolean.valueOf(failed), since.isZero() ? 0 : Times.nanosAgo(since),
				Times.nanos(before), (int) parameters.number("limit", 100, 1, 500));
	}

	private static Where where(TraceQuestion question) {
		Where where = new Where();
		if (!question.service().isEmpty()) {
			where.and("list_contains(services, ?)", question.service());
		}
		if (!question.text().isEmpty()) {
			where.and("contains(lower(name), lower(?)) OR trace_id = lower(?)", question.text(), question.text());
		}
		if (!question.minDuration().isZero()) {
			where.and("duration_ns >= ?", question.minDuration().toNanos());
		}
		if (question.failed() != null) {
			where.and("failed = ?", question.failed());
		}
		if (question.toNs() < LATEST) {
			where.and("start_ns < ?", question.toNs());
		}
		return where;
	}

	@GetMapping("/api/traces/{id}")
	TraceDetail trace(@PathVariable("id") String id) {
		if (!TRACE_ID.matcher(id).matches()) {
			throw new BadFieldException("id", "is to be 32 hexadecimal digits in lower case");
		}
		List<SpanEntry> kept = this.traces.spans(id);
		if (!kept.isEmpty()) {
			return detail(id, new Elsewhere.Found(TraceSummary.STORE, kept, List.of()));
		}
		Elsewhere.Found found = this.elsewhere.trace(id);
		if (found.spans().isEmpty()) {
			throw new NotFoundException("There is no such trace: it was never received, or dropped to make room"
					+ found.answers().stream().map(TraceController::told).collect(Collectors.joining()));
		}
		return detail(id, found);
	}

	private static String told(SourceAnswer answer) {
		return "; " + answer.source() + ((answer.problem() != null) ? ": " + answer.problem() : " does not have it");
	}

	private TraceDetail detail(String id, Elsewhere.Found found) {
		boolean complete = found.spans().size() <= TraceRepository.MAX_SPANS;
		List<SpanEntry> spans = complete ? found.spans() : found.spans().subList(0, TraceRepository.MAX_SPANS);
		long start = spans.stream().mapToLong(SpanEntry::startNs).min().orElse(0);
		long end = spans.stream().mapToLong(SpanEntry::endNs).max().orElse(0);
		LogsFound lines = this.lines.ofTrace(id);
		return new TraceDetail(id, Times.micros(start), Times.micros(end - start),
				spans.stream().map(SpanEntry::service).distinct().sorted().toList(), TraceTree.of(spans).rows(),
				lines.lines(), complete, found.source(),
				Stream.concat(found.answers().stream(), lines.answers().stream()).toList());
	}

}
