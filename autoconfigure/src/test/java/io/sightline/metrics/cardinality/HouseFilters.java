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

package io.sightline.metrics.cardinality;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.metrics.ClientUriTag;
import io.sightline.metrics.DefaultBuckets;
import io.sightline.metrics.HttpMethodTag;
import io.sightline.slo.source.SloBuckets;

/**
 * The filters that an application has of ours, in their order.
 */
final class HouseFilters {

	private HouseFilters() {
	}

	static <R extends MeterRegistry> R addTo(R registry) {
		registry.config()
			.meterFilter(new HttpMethodTag())
			.meterFilter(new ClientUriTag())
			.meterFilter(new DefaultBuckets(Set.of("http.server.requests", "http.client.requests"),
					List.of(Duration.ofMillis(10), Duration.ofSeconds(10))))
			.meterFilter(new SloBuckets(List.of()))
			.meterFilter(new CardinalityLimit(CardinalityLimits.DEFAULTS, new CardinalityReport()));
		return registry;
	}

}
