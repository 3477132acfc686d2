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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTreeTests {

	@Test
	void putsEachSpanBelowItsParentInTheOrderOfTime() {
		List<TraceRow> rows = rows(span("b", "a", 20, 10), span("a", "", 0, 100), span("d", "a", 50, 10),
				span("c", "b", 22, 5));
		assertThat(rows).extracting(TraceRow::spanId, TraceRow::level)
			.containsExactly(tuple("a", 1), tuple("b", 2), tuple("c", 3), tuple("d", 2));
		assertThat(rows.get(0).below()).isEqualTo(2);
	}

	@Test
	void beginsATreeWhereTheParentIsMissing() {
		assertThat(rows(span("a", "", 0, 100), span("b", "gone", 10, 10))).extracting(TraceRow::level)
			.containsExactly(1, 1);
	}

	@Test
	void survivesSpansThatAreBelowThemselves() {
		assertThat(rows(span("a", "b", 0, 10), span("b", "a", 1, 10), span("c", "c", 2, 10), span("d", "a", 3, 1)))
			.extracting(TraceRow::spanId)
			.containsExactlyInAnyOrder("a", "b", "c", "d");
	}

	@Test
	void showsASpanThatWasSentTwiceOnce() {
		assertThat(rows(span("a", "", 0, 10), span("a", "", 0, 10))).hasSize(1);
	}

	@Test
	void survivesDepth() {
		List<SpanEntry> chain = new ArrayList<>();
		IntStream.range(0, 5000).forEach((i) -> chain.add(span("s" + i, (i > 0) ? "s" + (i - 1) : "", i, 10_000 - i)));
		List<TraceRow> rows = TraceTree.of(chain).rows();
		assertThat(rows).hasSize(5000);
		assertThat(rows.get(4999).level()).isEqualTo(5000);
	}

	@Test
	void tellsTheTimeThatNoChildAccountsFor() {
		List<TraceRow> rows = rows(span("a", "", 0, 100), span("b", "a", 10, 30), span("c", "a", 30, 30),
				span("d", "a", 90, 50));
		assertThat(rows.get(0).selfUs()).isEqualTo(100 - 50 - 10);
		assertThat(rows.get(1).selfUs()).isEqualTo(30);
	}

	@Test
	void marksWhatWasWaitedFor() {
		List<TraceRow> rows = rows(span("a", "", 0, 100), span("early", "a", 0, 10), span("parallel", "a", 20, 20),
				span("last", "a", 15, 80), span("inner", "last", 20, 70));
		assertThat(rows).filteredOn(TraceRow::critical)
			.extracting(TraceRow::spanId)
			.containsExactlyInAnyOrder("a", "last", "inner", "early");
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	private static List<TraceRow> rows(SpanEntry... spans) {
		return TraceTree.of(List.of(spans)).rows();
	}

	private static SpanEntry span(String id, String parent, long startMicros, long micros) {
		return new SpanEntry("trace", id, parent, "shop", "", "", id, "INTERNAL", 1000 * startMicros, 1000 * micros,
				false, "", "{}", "[]");
	}

}
