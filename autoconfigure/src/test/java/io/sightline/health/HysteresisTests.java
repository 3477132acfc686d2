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

package io.sightline.health;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Hysteresis}.
 */
class HysteresisTests {

	private final Hysteresis hysteresis = new Hysteresis(3, 2);

	@Test
	void believesFirstResultAtOnce() {
		assertThat(this.hysteresis.next(Status.DOWN)).isEqualTo(Status.DOWN);
	}

	@Test
	void needsFailuresInARow() {
		assertThat(statuses("UP DOWN DOWN UP DOWN DOWN DOWN")).containsExactly("UP", "UP", "UP", "UP", "UP", "UP",
				"DOWN");
	}

	@Test
	void needsSuccessesInARow() {
		assertThat(statuses("DOWN UP DOWN UP UP")).containsExactly("DOWN", "DOWN", "DOWN", "DOWN", "UP");
	}

	@Test
	void believesMildestOfFailuresInARow() {
		assertThat(statuses("UP DEGRADED DOWN DOWN DOWN DOWN DOWN")).containsExactly("UP", "UP", "UP", "DEGRADED",
				"DEGRADED", "DEGRADED", "DOWN");
	}

	@Test
	void believesWorstOfSuccessesInARow() {
		assertThat(statuses("DOWN UP DEGRADED UP UP")).containsExactly("DOWN", "DOWN", "DEGRADED", "DEGRADED", "UP");
	}

	@Test
	void tellsKindsOfFailureAndOfSuccessAtOnce() {
		assertThat(statuses("UP UNKNOWN UP")).containsExactly("UP", "UNKNOWN", "UP");
		assertThat(new Hysteresis(1, 1).next(Status.OUT_OF_SERVICE)).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@Property(tries = 300, seed = "2026")
	void changesNoMoreOftenThanThresholdsAllow(@ForAll("results") List<Status> results,
			@ForAll @IntRange(min = 1, max = 5) int failures, @ForAll @IntRange(min = 1, max = 5) int successes) {
		Hysteresis subject = new Hysteresis(failures, successes);
		Status shown = subject.next(results.get(0));
		int since = 0;
		for (Status result : results.subList(1, results.size())) {
			Status next = subject.next(result);
			since++;
			if (HealthStatus.rank(next) != HealthStatus.rank(shown)) {
				boolean worse = HealthStatus.rank(next) < HealthStatus.rank(shown);
				assertThat(since).isGreaterThanOrEqualTo(worse ? failures : successes);
				since = 0;
			}
			shown = next;
		}
	}

	@Provide
	Arbitrary<List<Status>> results() {
		return Arbitraries.of(Status.UP, Status.DOWN, HealthStatus.DEGRADED).list().ofMinSize(1).ofMaxSize(60);
	}

	private Stream<String> statuses(String results) {
		return Stream.of(results.split(" ")).map((code) -> this.hysteresis.next(new Status(code)).getCode());
	}

}
