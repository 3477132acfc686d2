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

package io.sightline.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DefaultBuckets}.
 */
class DefaultBucketsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	DefaultBucketsTests() {
		this.registry.config()
			.meterFilter(new DefaultBuckets(Set.of("http.server.requests"),
					List.of(Duration.ofMillis(100), Duration.ofMillis(10))));
	}

	@Test
	void givesNamedTimerItsBuckets() {
		assertThat(boundaries(this.registry.timer("http.server.requests"))).containsExactly(1e7, 1e8);
	}

	@Test
	void leavesMetersWithLongerNamesAlone() {
		assertThat(boundaries(this.registry.timer("http.server.requests.active"))).isEmpty();
	}

	@Test
	void keepsBucketsThatWereConfigured() {
		Timer timer = Timer.builder("http.server.requests")
			.serviceLevelObjectives(Duration.ofSeconds(1))
			.register(this.registry);
		assertThat(boundaries(timer)).containsExactly(1e9);
	}

	private static List<Double> boundaries(Timer timer) {
		return List.of(timer.takeSnapshot().histogramCounts()).stream().map(CountAtBucket::bucket).toList();
	}

}
