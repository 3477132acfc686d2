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

package io.sightline.samples.demo.telemetry;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MovementTests {

	private static final String BEFORE = """
			http_server_requests_seconds_count{uri="/orders",status="201"} 4
			http_server_requests_seconds_count{uri="/actuator/prometheus",status="200"} 1
			jvm_memory_used_bytes{area="heap"} 100
			payment_transactions_total{status="failed"} 1
			""";

	private static final String AFTER = """
			http_server_requests_seconds_count{uri="/orders",status="201"} 5
			http_server_requests_seconds_count{uri="/actuator/prometheus",status="200"} 2
			jvm_memory_used_bytes{area="heap"} 200
			payment_transactions_total{status="failed"} 1
			payment_transactions_total{application="p",environment="e",version="v",status="succeeded",error="none"} 2
			""";

	@Test
	void tellsWhatGrewAndWhatIsNew() {
		assertThat(Movement.between(scrape(BEFORE), scrape(AFTER)))
			.extracting((movement) -> movement.series().name(), Movement::by)
			.containsExactly(tuple("http_server_requests_seconds_count", 1.0),
					tuple("payment_transactions_total", 2.0));
	}

	@Test
	void tellsNothingWhenNothingHappened() {
		assertThat(Movement.between(scrape(AFTER), scrape(AFTER))).isEmpty();
	}

	@Test
	void tellsOnlyTheLabelsThatTellSomething() {
		assertThat(Movement.between(scrape(BEFORE), scrape(AFTER)).get(1).tellingLabels()).containsOnlyKeys("status");
	}

	private static Scrape scrape(String text) {
		return new Scrape(200, ScrapeParser.parse(text));
	}

}
