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

package io.sightline.slo.autoconfigure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.slo.BurnWatch;
import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.source.BadEvents;
import io.sightline.slo.source.EventMatch;
import io.sightline.slo.source.EventSource;
import io.sightline.slo.source.ObjectiveDefinition;
import io.sightline.slo.source.SloMeters;
import io.sightline.slo.source.SloTrackers;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class SloScheduleTests {

	private final SloTrackers trackers = new SloTrackers(
			List.of(new ObjectiveDefinition(new Objective("checkout", ObjectiveType.AVAILABILITY,
					new BigDecimal("99.9"), Duration.ofDays(30), null, 2),
					new EventMatch(EventSource.OBSERVATION, "checkout", Map.of()), BadEvents.ERRORS)),
			System::nanoTime);

	private final AtomicInteger told = new AtomicInteger();

	@Test
	void looksAgainAfterAListenerThrowsAnError() {
		SloSchedule schedule = schedule(new BurnWatch(Duration.ZERO, System::nanoTime));
		this.trackers.all().get(0).add(90, 10);
		assertThatCode(schedule::look).doesNotThrowAnyException();
		schedule.look();
		assertThat(this.told).hasValue(2);
	}

	@Test
	void looksAgainAfterAnErrorOfItsOwn() {
		SloSchedule schedule = schedule(new BurnWatch(Duration.ZERO, () -> {
			throw new OutOfMemoryError("no memory");
		}));
		this.trackers.all().get(0).add(90, 10);
		assertThatCode(schedule::look).doesNotThrowAnyException();
	}

	private SloSchedule schedule(BurnWatch watch) {
		ApplicationEventPublisher publisher = (event) -> {
			this.told.incrementAndGet();
			throw new NoClassDefFoundError("listener");
		};
		return new SloSchedule(this.trackers, new SloMeters(this.trackers, new SimpleMeterRegistry()), null, watch,
				publisher);
	}

}
