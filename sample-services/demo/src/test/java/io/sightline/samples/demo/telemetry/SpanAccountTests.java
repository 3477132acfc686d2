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

/**
 * Tests for {@link SpanAccount}.
 */
class SpanAccountTests {

	@Test
	void readsTheAccountOfSpansOnly() {
		Scrape scrape = new Scrape(200, ScrapeParser.parse("""
				sightline_telemetry_items_total{outcome="created",reason="none",signal="spans"} 12.0
				sightline_telemetry_items_total{outcome="exported",reason="none",signal="spans"} 5.0
				sightline_telemetry_items_total{outcome="unsampled",reason="none",signal="spans"} 3.0
				sightline_telemetry_items_total{outcome="dropped",reason="rejected",signal="spans"} 1.0
				sightline_telemetry_items_total{outcome="dropped",reason="exporter",signal="spans"} 1.0
				sightline_telemetry_items_total{outcome="created",reason="none",signal="logs"} 99.0
				sightline_telemetry_queue_size{signal="spans"} 2.0
				"""));
		SpanAccount account = SpanAccount.of(scrape);
		assertThat(account).isEqualTo(new SpanAccount(12, 5, 3, 2, 2));
		assertThat(account.difference()).isZero();
		assertThat(account.isQuiet()).isFalse();
	}

}
