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

package io.sightline.metrics.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Metrics on top of Boot's.
 *
 * @param enabled Whether Sightline adds to Boot's metrics. Boot's own metrics are
 * untouched when switched off.
 * @param buckets Upper bounds of the latency buckets.
 * @param bucketMeters Names of the timers that get the latency buckets, matched exactly.
 * A timer with buckets of its own, from "management.metrics.distribution", keeps those.
 * @param meterBuckets Upper bounds of the latency buckets of single timers, by name. An
 * empty list takes the buckets of a timer away.
 * @param shutdownTimeout Longest time that shutdown waits for the last values to be
 * delivered.
 */
@ConfigurationProperties("sightline.metrics")
record MetricsProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("10ms,25ms,50ms,100ms,250ms,500ms,1s,2500ms,5s,10s") List<Duration> buckets,
		@Nullable Set<String> bucketMeters, @DefaultValue Map<String, List<Duration>> meterBuckets,
		@DefaultValue("1s") Duration shutdownTimeout) {

	private static final Set<String> BUCKET_METERS = Set.of("http.server.requests", "http.client.requests",
			"method.timed", "jdbc.query");

	MetricsProperties {
		check("buckets", buckets);
		if (shutdownTimeout.isNegative() || shutdownTimeout.isZero()) {
			throw new InvalidConfigurationPropertyValueException("sightline.metrics.shutdown-timeout", shutdownTimeout,
					"it must be longer than zero");
		}
		meterBuckets.forEach((name, own) -> check("meter-buckets[" + name + "]", own));
		buckets = List.copyOf(buckets);
	}

	private static void check(String key, List<Duration> buckets) {
		for (Duration bucket : buckets) {
			if (bucket.isNegative() || bucket.isZero()) {
				throw new InvalidConfigurationPropertyValueException("sightline.metrics." + key, bucket,
						"a bucket must be longer than zero");
			}
		}
	}

	@Override
	public Set<String> bucketMeters() {
		return (this.bucketMeters != null) ? this.bucketMeters : BUCKET_METERS;
	}

}
