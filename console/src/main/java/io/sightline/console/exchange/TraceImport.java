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

package io.sightline.console.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.sightline.console.otlp.TraceFile;
import io.sightline.console.otlp.TraceFiles;
import io.sightline.console.store.Batch;
import io.sightline.console.store.LogLine;
import io.sightline.console.store.Span;
import io.sightline.console.store.TelemetryStore;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Takes traces from files. One that is there already is left as it is: what it would
 * bring is there, too, and counted once.
 */
@Component
final class TraceImport {

	private static final int MAX_TRACES = 1000;

	private final TelemetryStore store;

	private final JdbcClient client;

	TraceImport(TelemetryStore store, JdbcClient client) {
		this.store = store;
		this.client = client;
	}

	Imported take(TraceFile file) {
		Set<String> ids = new TreeSet<>();
		file.batch().spans().forEach((span) -> ids.add(span.traceId()));
		if (ids.isEmpty()) {
			throw problem(HttpStatus.BAD_REQUEST, "There is no span with a valid id and time in it");
		}
		if (ids.size() > MAX_TRACES) {
			throw problem(HttpStatus.CONTENT_TOO_LARGE, "It has more than " + MAX_TRACES + " traces");
		}
		Set<String> known = known(ids);
		List<Span> spans = file.batch().spans().stream().filter((span) -> !known.contains(span.traceId())).toList();
		List<LogLine> lines = file.batch().logs().stream().filter((line) -> !known.contains(line.traceId())).toList();
		if (!this.store.offer(new Batch(spans, lines, List.of()), file.size())) {
			throw problem(HttpStatus.SERVICE_UNAVAILABLE, "Too much waits to be written; try again");
		}
		ids.removeAll(known);
		return new Imported(spans.size(), lines.size(), file.rejected(), List.copyOf(ids),
				known.stream().sorted().toList());
	}

	private Set<String> known(Set<String> ids) {
		return new HashSet<>(this.client.sql("SELECT DISTINCT trace_id FROM spans WHERE trace_id IN (:ids)")
			.param("ids", ids)
			.query(String.class)
			.list());
	}

	private static ErrorResponseException problem(HttpStatus status, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setProperty("field", TraceFiles.FIELD);
		return new ErrorResponseException(status, problem, null);
	}

}
