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

package io.sightline.request;

import java.time.Duration;
import java.util.List;

import io.sightline.context.RequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WideEventLog}.
 */
class WideEventLogTests {

	private static final Duration SLOW = Duration.ofMinutes(1);

	private final RecordedEvents events = RecordedEvents.from(WideEventLog.LOGGER);

	private final RequestContext request = new RequestContext("r-1", "GET", "/orders/1", false);

	@AfterEach
	void stopRecording() {
		this.events.close();
	}

	@Test
	void tellsStartAndCompletionWhenAskedTo() {
		WideEventLog log = new WideEventLog(SLOW, true, List.of());
		log.started(this.request);
		log.ended(this.request, new RequestResult(200, false, false, 3, 5));
		assertThat(this.events.all()).extracting((event) -> RecordedEvents.fields(event).get("event_type"))
			.containsExactly("http_request_start", "http_request");
		assertThat(this.events.all()).allMatch((event) -> event.request() == this.request);
	}

	@Test
	void tellsCompletionOnlyByDefault() {
		WideEventLog log = new WideEventLog(SLOW, false, List.of());
		log.started(this.request);
		log.ended(this.request, new RequestResult(200, false, false, 3, 5));
		assertThat(RecordedEvents.fields(this.events.all().get(0))).containsEntry("request_length", "3")
			.containsEntry("content_length", "5");
		assertThat(this.events.all()).hasSize(1);
	}

	@Test
	void tellsCompletionOnce() {
		WideEventLog log = new WideEventLog(SLOW, false, List.of());
		log.ended(this.request, new RequestResult(200, false, false, -1, -1));
		log.ended(this.request, new RequestResult(500, false, false, -1, -1));
		assertThat(this.events.all()).hasSize(1);
	}

	@Test
	void keepsSilentAboutTheStartOfNoise() {
		new WideEventLog(SLOW, true, List.of()).started(new RequestContext("r-2", "GET", "/livez", true));
		assertThat(this.events.all()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "200, false", "404, false", "503, false", "500, true" })
	void tellsNoiseIfItFails(int status, boolean told) {
		RequestContext probe = new RequestContext("r-2", "GET", "/actuator/health/readiness", true);
		new WideEventLog(SLOW, false, List.of()).ended(probe, new RequestResult(status, false, false, -1, -1));
		assertThat(this.events.all()).hasSize(told ? 1 : 0);
	}

	@Test
	void tellsProbeThatBreaks() {
		RequestContext probe = new RequestContext("r-2", "GET", "/actuator/health/readiness", true);
		probe.fail(new IllegalStateException("broken"));
		new WideEventLog(SLOW, false, List.of()).ended(probe, new RequestResult(503, false, false, -1, -1));
		assertThat(this.events.all()).hasSize(1);
	}

}
