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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.SloTracker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SloObservationHandlerTests {

	private static final EventMatch SERVER = new EventMatch(EventSource.SERVER, "http.server.requests", Map.of());

	@ParameterizedTest
	@CsvSource({ "200,1,0", "404,1,0", "503,0,1", "UNKNOWN,1,0" })
	void judgesRequestsByStatus(String status, long good, long bad) {
		SloTracker tracker = request(definition(null, SERVER, BadEvents.SERVER_ERRORS), status);
		assertThat(tracker.good()).isEqualTo(good);
		assertThat(tracker.bad()).isEqualTo(bad);
	}

	@ParameterizedTest
	@CsvSource({ "200,0", "IO_ERROR,1", "CLIENT_ERROR,1", "500,1", "404,0" })
	void countsCallsThatGotNoAnswer(String status, long bad) {
		assertThat(request(definition(null, SERVER, BadEvents.CLIENT_FAILURES), status).bad()).isEqualTo(bad);
	}

	@ParameterizedTest
	@CsvSource({ "PT1H,200,1,0", "PT0.000000001S,200,0,1", "PT1H,500,0,0" })
	void judgesSuccessfulRequestsByDuration(Duration threshold, String status, long good, long bad) {
		SloTracker tracker = request(definition(threshold, SERVER, BadEvents.SERVER_ERRORS), status);
		assertThat(tracker.good()).isEqualTo(good);
		assertThat(tracker.bad()).isEqualTo(bad);
	}

	@ParameterizedTest
	@CsvSource({ "/orders/{id},1", "/orders/**,1", "/**,1", "/users/**,0", "/order/**,0" })
	void matchesRoutes(String route, long events) {
		EventMatch match = new EventMatch(EventSource.SERVER, "http.server.requests", Map.of("uri", Set.of(route)));
		assertThat(request(definition(null, match, BadEvents.SERVER_ERRORS), "200").good()).isEqualTo(events);
	}

	@Test
	void judgesByTagsOfTheApplication() {
		BadEvents declined = new BadEvents(Set.of(), Set.of(), Map.of("outcome", Set.of("declined")), false);
		SloTrackers trackers = trackers(definition(null, SERVER, declined));
		observe(trackers, Observation.createNotStarted("http.server.requests", registry(trackers))
			.lowCardinalityKeyValue("outcome", "declined"));
		assertThat(trackers.all().get(0).bad()).isOne();
	}

	@Test
	void judgesObservationsByError() {
		EventMatch match = new EventMatch(EventSource.OBSERVATION, "report", Map.of());
		SloTrackers trackers = trackers(definition(null, match, BadEvents.ERRORS));
		observe(trackers, Observation.createNotStarted("report", registry(trackers)));
		observe(trackers, Observation.createNotStarted("report", registry(trackers))
			.error(new IllegalStateException("no paper")));
		assertThat(trackers.all().get(0).good()).isOne();
		assertThat(trackers.all().get(0).bad()).isOne();
	}

	@Test
	void judgesByNameOfException() {
		BadEvents timeouts = new BadEvents(Set.of(), Set.of("TimeoutException"), Map.of(), false);
		SloTrackers trackers = trackers(definition(null, SERVER, timeouts));
		observe(trackers, Observation.createNotStarted("http.server.requests", registry(trackers))
			.lowCardinalityKeyValue("exception", "TimeoutException"));
		assertThat(trackers.all().get(0).bad()).isOne();
	}

	@Test
	void leavesOutWhatTheFilterDoes() {
		SloTrackers trackers = trackers(definition(null, SERVER, BadEvents.SERVER_ERRORS));
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new SloObservationHandler(trackers, (context) -> false));
		Observation.start("http.server.requests", registry).stop();
		assertThat(trackers.all().get(0).good()).isZero();
	}

	@Test
	void caresForNothingElse() {
		SloTrackers trackers = trackers(definition(null, SERVER, BadEvents.SERVER_ERRORS));
		SloObservationHandler handler = new SloObservationHandler(trackers, (context) -> true);
		Observation.Context context = new Observation.Context();
		context.setName("tasks.scheduled.execution");
		assertThat(handler.supportsContext(context)).isFalse();
	}

	private static SloTracker request(ObjectiveDefinition definition, String status) {
		SloTrackers trackers = trackers(definition);
		observe(trackers,
				Observation.createNotStarted("http.server.requests", registry(trackers))
					.lowCardinalityKeyValue("status", status)
					.lowCardinalityKeyValue("uri", "/orders/{id}"));
		return trackers.all().get(0);
	}

	private static void observe(SloTrackers trackers, Observation observation) {
		assertThat(trackers.all()).hasSize(1);
		observation.start().stop();
	}

	private static ObservationRegistry registry(SloTrackers trackers) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new SloObservationHandler(trackers, (context) -> true));
		return registry;
	}

	private static SloTrackers trackers(ObjectiveDefinition definition) {
		return new SloTrackers(List.of(definition), System::nanoTime);
	}

	static ObjectiveDefinition definition(@Nullable Duration threshold, EventMatch match, BadEvents bad) {
		ObjectiveType type = (threshold != null) ? ObjectiveType.LATENCY : ObjectiveType.AVAILABILITY;
		return new ObjectiveDefinition(
				new Objective("checkout", type, new BigDecimal("99.9"), Duration.ofDays(30), threshold, 2), match, bad);
	}

}
