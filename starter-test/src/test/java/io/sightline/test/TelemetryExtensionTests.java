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

package io.sightline.test;

import java.util.function.Predicate;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class TelemetryExtensionTests {

	@Test
	void refusesConstructors() {
		EngineTestKit.engine("junit-jupiter")
			.selectors(DiscoverySelectors.selectClass(InConstructor.class))
			.execute()
			.allEvents()
			.assertThatEvents()
			.haveExactly(1, EventConditions.finishedWithFailure(TestExecutionResultConditions
				.message((Predicate<String>) (message) -> message.contains("Telemetry is that of one test"))));
	}

	/**
	 * Asks for telemetry where there is none yet.
	 */
	@ShopTest
	static class InConstructor {

		private final Telemetry telemetry;

		InConstructor(Telemetry telemetry) {
			this.telemetry = telemetry;
		}

		@Test
		void isNotReached() {
			assertThat(this.telemetry).isNull();
		}

	}

	@Nested
	class WithinAnotherClass {

		@Test
		void collectsRequests(Telemetry telemetry, @Autowired RestTestClient client) {
			client.get().uri("/orders/nested").exchange();
			assertThat(telemetry).hasWideEventWith("url_path", "/orders/nested");
		}

	}

	@Nested
	class AfterOtherTests {

		@Test
		void seesNothingOfOtherTests(Telemetry telemetry) {
			assertThat(telemetry.lines()).isEmpty();
			assertThat(telemetry.traces()).isEmpty();
			assertThat(telemetry.recordings()).isEmpty();
		}

	}

}
