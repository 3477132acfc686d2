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

import com.example.shop.ShopApplication;
import io.micrometer.observation.ObservationPredicate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = { ShopApplication.class, EndpointsTests.BlindSpot.class },
		webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.servlet.context-path=/shop", "sightline.logging.format=json",
				"sightline.noise.paths=/shop/series/**" })
@TelemetryTest
class EndpointsTests {

	@Test
	void namesEndpointsThatAreNotInstrumented(Telemetry telemetry) {
		assertThat(Failures.message(() -> assertThat(telemetry).everyEndpointIsInstrumented())).contains(
				"all 9 endpoints", "but 3 are not",
				"GET /internal/ping: no span, nothing recorded by 'http.server.requests' (status 204)",
				"GET /series/{count}: no span (status 204)",
				"GET /codes/{code:[0-9]{9}}: cannot be asked (status 404, not reached)");
	}

	@Test
	void leavesOutWhatIsExcepted(Telemetry telemetry) {
		assertThat(telemetry).everyEndpointIsInstrumented("/internal/ping", "/series/{count}",
				"/codes/{code:[0-9]{9}}");
		assertThat(telemetry.traces()).isEmpty();
	}

	/**
	 * What takes an endpoint out of sight.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class BlindSpot {

		@Bean
		CodeController codes() {
			return new CodeController();
		}

		@Bean
		ObservationPredicate internals() {
			return (name,
					context) -> !(context instanceof ServerRequestObservationContext request
							&& request.getCarrier() != null
							&& request.getCarrier().getRequestURI().startsWith("/shop/internal/"));
		}

	}

	/**
	 * Takes codes that nobody guesses.
	 */
	@RestController
	static class CodeController {

		@GetMapping("/codes/{code:[0-9]{9}}")
		String show(@PathVariable String code) {
			return code;
		}

	}

}
