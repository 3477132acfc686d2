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
import java.util.Set;

import io.sightline.context.CompletedRequest;
import io.sightline.context.RequestContext;
import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.SloTracker;
import io.sightline.slo.source.BadEvents;
import io.sightline.slo.source.EventMatch;
import io.sightline.slo.source.EventSource;
import io.sightline.slo.source.ObjectiveDefinition;
import io.sightline.slo.source.RequestObjectives;
import io.sightline.slo.source.SloTrackers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SloWideEventsTests {

	private static final BadEvents ABORTED = new BadEvents(Set.of(), Set.of(),
			Map.of("outcome", Set.of("CLIENT_ABORTED"), "order.state", Set.of("lost")), false);

	@ParameterizedTest
	@CsvSource({ "200,true", "404,true", "503,false" })
	void tellsWhetherRequestWasGood(int status, boolean good) {
		SloTrackers trackers = trackers(EventSource.SERVER, null, BadEvents.SERVER_ERRORS);
		RequestContext request = request("/orders/1");
		contribute(trackers, request, status, "SUCCESS");
		assertThat(request.wideEvent().attributes()).containsExactly(Map.entry("slo_good.checkout", good));
	}

	@ParameterizedTest
	@CsvSource({ "PT2S,true", "PT0.5S,false" })
	void tellsWhetherRequestWasFast(Duration threshold, boolean good) {
		RequestContext request = request("/orders/1");
		contribute(trackers(EventSource.SERVER, threshold, BadEvents.SERVER_ERRORS), request, 200, "SUCCESS");
		assertThat(request.wideEvent().attributes()).containsEntry("slo_good.checkout", good);
	}

	@Test
	void leavesCountingOfObservationsToThem() {
		SloTrackers trackers = trackers(EventSource.SERVER, null, BadEvents.SERVER_ERRORS);
		contribute(trackers, request("/orders/1"), 200, "SUCCESS");
		assertThat(trackers.all().get(0).good()).isZero();
	}

	@Test
	void countsByOutcomeOfEvent() {
		SloTrackers trackers = trackers(EventSource.WIDE_EVENT, null, ABORTED);
		contribute(trackers, request("/orders/1"), 0, "CLIENT_ABORTED");
		contribute(trackers, request("/orders/1"), 200, "SUCCESS");
		SloTracker tracker = trackers.all().get(0);
		assertThat(tracker.bad()).isOne();
		assertThat(tracker.good()).isOne();
	}

	@Test
	void countsByWhatApplicationAdded() {
		SloTrackers trackers = trackers(EventSource.WIDE_EVENT, null, ABORTED);
		RequestContext request = request("/orders/1");
		request.wideEvent().put("order.state", "lost");
		contribute(trackers, request, 200, "SUCCESS");
		assertThat(trackers.all().get(0).bad()).isOne();
		assertThat(request.wideEvent().attributes()).containsEntry("slo_good.checkout", false);
	}

	@Test
	void saysNothingOfOtherRequests() {
		RequestContext request = request("/users/1");
		contribute(trackers(EventSource.WIDE_EVENT, null, ABORTED), request, 200, "SUCCESS");
		assertThat(request.wideEvent().attributes()).isEmpty();
	}

	@Test
	void leavesOutNoiseAndSyntheticRequests() {
		SloTrackers trackers = trackers(EventSource.WIDE_EVENT, null, ABORTED);
		RequestContext synthetic = request("/orders/1");
		synthetic.synthetic();
		contribute(trackers, synthetic, 200, "SUCCESS");
		contribute(trackers, new RequestContext("r1", "GET", "/orders/1", true), 200, "SUCCESS");
		assertThat(trackers.all().get(0).good()).isZero();
	}

	private static void contribute(SloTrackers trackers, RequestContext request, int status, String outcome) {
		request.route(request.path());
		new SloWideEvents(new RequestObjectives(trackers)).contribute(request.wideEvent(),
				new CompletedRequest(request, status, outcome, Duration.ofSeconds(1), request.error()));
	}

	private static RequestContext request(String path) {
		return new RequestContext("r1", "GET", path, false);
	}

	private static SloTrackers trackers(EventSource source, @Nullable Duration threshold, BadEvents bad) {
		ObjectiveType type = (threshold != null) ? ObjectiveType.LATENCY : ObjectiveType.AVAILABILITY;
		Objective objective = new Objective("checkout", type, new BigDecimal("99"), Duration.ofDays(30), threshold, 2);
		EventMatch match = new EventMatch(source, "", Map.of("uri", Set.of("/orders/**")));
		return new SloTrackers(List.of(new ObjectiveDefinition(objective, match, bad)), System::nanoTime);
	}

}
