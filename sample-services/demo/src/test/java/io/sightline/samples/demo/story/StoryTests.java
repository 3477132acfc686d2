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

package io.sightline.samples.demo.story;

import java.util.List;

import io.sightline.samples.demo.evidence.CompleteEvidence;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.LogFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTests {

	private final CompleteEvidence evidence = new CompleteEvidence();

	@Test
	void tellsTheTraceThatWasSentAndTheOneThatCameBack() {
		assertThat(story()).contains("sent traceparent     " + CompleteEvidence.CHECKOUT.traceparent(),
				"received X-Trace-ID  " + CompleteEvidence.CHECKOUT.traceId());
	}

	@Test
	void drawsTheSpansOfTheCheckoutOnly() {
		assertThat(story()).anySatisfy((line) -> assertThat(line).contains("Its trace: 9 spans in 5 services"))
			.anySatisfy((line) -> assertThat(line).contains("└─ alert-service  http SERVER"));
	}

	@Test
	void tellsLogLinesOfAllServicesInTheOrderOfTime() {
		this.evidence.logs.put(SampleService.ALERT, new LogFile(
				List.of(CompleteEvidence.line(SampleService.ALERT, "WARN", CompleteEvidence.STARTED)), List.of()));
		assertThat(story()).filteredOn((line) -> line.contains("said by"))
			.hasSize(5)
			.first()
			.asString()
			.matches("2026-11-01T10:00:00Z +WARN +alert-service +Logger  said by alert-service");
	}

	@Test
	void tellsWhatMovedAndByHowMuch() {
		assertThat(story()).contains("payment-service   http_server_requests_seconds_count{} +1");
	}

	@Test
	void tellsTheHealth() {
		assertThat(story()).contains("inventory-service UP, liveness UP, readiness UP");
	}

	private List<String> story() {
		return Story.tell(this.evidence.evidence());
	}

}
