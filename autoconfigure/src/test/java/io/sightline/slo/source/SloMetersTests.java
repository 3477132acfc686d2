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

package io.sightline.slo.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sightline.slo.InvalidObjectiveException;
import io.sightline.slo.SloTracker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SloMetersTests {

	private static final BadEvents FAILED = new BadEvents(Set.of(), Set.of(), Map.of("status", Set.of("failed")),
			false);

	private static final EventMatch PAYMENTS = new EventMatch(EventSource.METER, "payments", Map.of());

	private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	@Test
	void readsWhatCountersCounted() {
		SloTrackers trackers = trackers(null);
		SloMeters meters = new SloMeters(trackers, this.registry);
		count("ok", 97);
		count("failed", 3);
		meters.poll();
		meters.poll();
		assertThat(trackers.all().get(0)).returns(97L, SloTracker::good).returns(3L, SloTracker::bad);
	}

	@Test
	void countsOnAfterAMeterStartsAgain() {
		SloTrackers trackers = trackers(null);
		SloMeters meters = new SloMeters(trackers, this.registry);
		count("ok", 97);
		meters.poll();
		this.registry.clear();
		count("ok", 5);
		meters.poll();
		assertThat(trackers.all().get(0).good()).isEqualTo(102);
	}

	@Test
	void readsBucketsOfATimer() {
		SloTrackers trackers = trackers(Duration.ofMillis(300));
		this.registry.config().meterFilter(new SloBuckets(trackers.definitions()));
		SloMeters meters = new SloMeters(trackers, this.registry);
		for (int millis : new int[] { 1, 300, 301 }) {
			this.registry.timer("payments").record(Duration.ofMillis(millis));
		}
		meters.check();
		meters.poll();
		assertThat(trackers.all().get(0)).returns(2L, SloTracker::good).returns(1L, SloTracker::bad);
	}

	@Test
	void prefersARegistryThatCountsForEver() {
		SloTrackers trackers = trackers(Duration.ofMillis(300));
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		composite.add(new SimpleMeterRegistry()).add(this.registry);
		composite.config().meterFilter(new SloBuckets(trackers.definitions()));
		composite.timer("payments").record(Duration.ofMillis(100));
		assertThatCode(new SloMeters(trackers, composite)::check).doesNotThrowAnyException();
	}

	@Test
	void rejectsUnknownMeter() {
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(new SloMeters(trackers(null), this.registry)::check)
			.withMessageContaining("there is no meter 'payments'");
	}

	@Test
	void rejectsTimerWithoutBucket() {
		this.registry.timer("payments");
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(new SloMeters(trackers(Duration.ofMillis(300)), this.registry)::check)
			.withMessageContaining("no bucket of PT0.3S");
	}

	@Test
	void rejectsLatencyOfARegistryWithoutBuckets() {
		MeterRegistry simple = new SimpleMeterRegistry();
		simple.timer("payments");
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(new SloMeters(trackers(Duration.ofMillis(300)), simple)::check)
			.withMessageContaining("micrometer-registry-prometheus");
	}

	@Test
	void rejectsMeterOfWhichNothingIsBad() {
		BadEvents nothing = new BadEvents(Set.of(), Set.of(), Map.of(), false);
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(() -> SloObservationHandlerTests.definition(null, PAYMENTS, nothing))
			.withMessageContaining("nothing says which events are bad");
	}

	@Test
	void rejectsNameThatDiffersInCaseOnly() {
		ObjectiveDefinition definition = SloObservationHandlerTests.definition(null, PAYMENTS, FAILED);
		assertThatExceptionOfType(InvalidObjectiveException.class)
			.isThrownBy(() -> new SloTrackers(List.of(definition, definition), System::nanoTime))
			.withMessageContaining("another objective of that name");
	}

	private void count(String status, int amount) {
		this.registry.counter("payments", "status", status).increment(amount);
	}

	private static SloTrackers trackers(@Nullable Duration threshold) {
		return new SloTrackers(List.of(SloObservationHandlerTests.definition(threshold, PAYMENTS, FAILED)),
				System::nanoTime);
	}

}
