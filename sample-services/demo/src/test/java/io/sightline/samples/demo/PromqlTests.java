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

package io.sightline.samples.demo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromqlTests {

	private static final String EXPRESSION = """
			sum by (application, client_name) (rate(calls_total{application="a",le=~"5(\\.0)?"}[5m]))
			/ on (application) group_left() (slo:ratio{slo="x"} > 1e9) unless up offset 1w""";

	@Test
	void findsSelectors() {
		assertThat(Promql.selectors(EXPRESSION)).containsExactly("calls_total{application=\"a\",le=~\"5(\\.0)?\"}",
				"slo:ratio{slo=\"x\"}");
		assertThat(Promql.names(EXPRESSION)).containsExactly("calls_total", "slo:ratio");
	}

	@Test
	void findsOwner() {
		String selector = "slo_events_total{application=\"a\",slo=\"x\",result=\"bad\"}";
		assertThat(Promql.owner(selector)).isEqualTo("slo_events_total{application=\"a\",slo=\"x\"}");
		assertThat(Promql.owner("calls{application=\"a\"}")).isEqualTo("process_uptime_seconds{application=\"a\"}");
		assertThat(Promql.ofAnyOwner(selector)).isEqualTo("slo_events_total{result=\"bad\"}");
	}

	@Test
	void findsLabelsThatAreKept() {
		assertThat(Promql.grouped(EXPRESSION)).containsExactly("calls_total{application!=\"\"}",
				"calls_total{client_name!=\"\"}");
	}

	@Test
	void findsSeriesWithoutSelector() {
		assertThat(Promql.bare(EXPRESSION)).containsExactly("up");
		assertThat(Promql.bare("max_over_time(requests[5m]) > 0 and vector(1)")).containsExactly("requests");
	}

}
