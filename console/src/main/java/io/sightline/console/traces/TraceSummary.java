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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.sightline.console.api.Times;

/**
 * A trace in a list.
 *
 * @param traceId the trace
 * @param name the name of its first span
 * @param service the service of its first span
 * @param services all services in it
 * @param spans how many spans it has
 * @param failed whether anything in it failed
 * @param startUs when it began, in microseconds since the epoch
 * @param durationUs how long it took, in microseconds
 * @param source where it is from
 */
public record TraceSummary(String traceId, String name, String service, List<String> services, long spans,
		boolean failed, long startUs, long durationUs, String source) {

	static final String STORE = "store";

	static TraceSummary of(ResultSet row, int number) throws SQLException {
		Object[] services = (Object[]) row.getArray(4).getArray();
		return new TraceSummary(row.getString(1), row.getString(2), row.getString(3),
				Arrays.stream(services).map(String::valueOf).sorted().toList(), row.getLong(5), row.getBoolean(6),
				Times.micros(row.getLong(7)), Times.micros(row.getLong(8)), STORE);
	}

	static TraceSummary of(List<SpanEntry> spans, String source) {
		SpanEntry first = spans.stream()
			.min(Comparator.comparing((SpanEntry span) -> !span.parentId().isEmpty())
				.thenComparingLong(SpanEntry::startNs))
			.orElseThrow();
		long start = spans.stream().mapToLong(SpanEntry::startNs).min().orElse(0);
		long end = spans.stream().mapToLong(SpanEntry::endNs).max().orElse(0);
		return new TraceSummary(first.traceId(), first.name(), first.service(),
				spans.stream().map(SpanEntry::service).distinct().sorted().toList(), spans.size(),
				spans.stream().anyMatch(SpanEntry::failed), Times.micros(start), Times.micros(end - start), source);
	}

}
