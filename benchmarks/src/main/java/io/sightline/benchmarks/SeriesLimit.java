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

package io.sightline.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sightline.metrics.ClientUriTag;
import io.sightline.metrics.DefaultBuckets;
import io.sightline.metrics.HttpMethodTag;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityReport;

/**
 * How many series there are, next to a limit of them.
 */
public enum SeriesLimit {

	/**
	 * There is no limit.
	 */
	NONE(50),

	/**
	 * There is a limit, and all series are within it.
	 */
	WITHIN(50),

	/**
	 * There is a limit, and next to no series is within it.
	 */
	BEYOND(200_000);

	static final String TIMER = "http.server.requests";

	private static final List<Duration> BUCKETS = List.of(Duration.ofMillis(10), Duration.ofMillis(25),
			Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
			Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5), Duration.ofSeconds(10));

	private final int uris;

	SeriesLimit(int uris) {
		this.uris = uris;
	}

	String[] uris() {
		String[] all = new String[this.uris];
		for (int i = 0; i < all.length; i++) {
			all[i] = "/orders/" + Integer.toString(i, Character.MAX_RADIX) + "/lines";
		}
		return all;
	}

	PrometheusMeterRegistry registry() {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		registry.config().meterFilter(new DefaultBuckets(Set.of(TIMER), BUCKETS));
		if (this != NONE) {
			registry.config()
				.meterFilter(new HttpMethodTag())
				.meterFilter(new ClientUriTag())
				.meterFilter(new CardinalityLimit(CardinalityLimits.DEFAULTS, new CardinalityReport()));
		}
		return registry;
	}

}
