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

package io.sightline.samples.common.chaos;

import java.time.Duration;

import io.sightline.samples.common.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChaosDirectiveTests {

	@Test
	void appliesToAnyServiceWithoutName() {
		assertThat(ChaosDirective.parse("fail")).singleElement()
			.satisfies((directive) -> assertThat(directive.appliesTo("user-service")).isTrue())
			.satisfies((directive) -> assertThat(directive.fail()).isTrue());
	}

	@Test
	void appliesToNamedServiceOnly() {
		ChaosDirective directive = ChaosDirective.parse("payment-service:latency=1500ms").get(0);
		assertThat(directive.appliesTo("payment-service")).isTrue();
		assertThat(directive.appliesTo("order-service")).isFalse();
		assertThat(directive.latency()).isEqualTo(Duration.ofMillis(1500));
	}

	@Test
	void capsLatency() {
		assertThat(ChaosDirective.parse("latency=999999s").get(0).latency()).isEqualTo(ChaosDirective.MAX_LATENCY);
	}

	@Test
	void passesOnWhatNamesService() {
		assertThat(ChaosDirective.passedOn("fail, payment-service:fail, inventory-service:latency=1s"))
			.isEqualTo("payment-service:fail,inventory-service:latency=1s");
	}

	@Test
	void passesOnNothingWithoutHeader() {
		assertThat(ChaosDirective.passedOn(null)).isEmpty();
		assertThat(ChaosDirective.parse(null)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "explode", "latency=", "latency=-1s", "latency=5h", ":fail", "Payment:fail" })
	void refusesUnknownDirectives(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ChaosDirective.parse(header))
			.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(400));
	}

}
