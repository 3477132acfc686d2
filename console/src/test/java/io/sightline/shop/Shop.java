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

package io.sightline.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A shop that fails when it is asked to.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Shop {

	private final AtomicBoolean stocked = new AtomicBoolean(true);

	public static ServletWebServerApplicationContext start(String version, int consolePort, String receiverToken) {
		String otlp = "--management.opentelemetry.tracing.export.otlp.";
		List<String> arguments = new ArrayList<>(List.of("--spring.config.name=none", "--spring.application.name=shop",
				"--spring.application.version=" + version, "--server.port=0", "--server.address=127.0.0.1",
				"--management.endpoints.web.exposure.include=health,prometheus,slo",
				"--management.endpoint.health.show-details=always", "--management.tracing.sampling.probability=1",
				otlp + "endpoint=http://localhost:" + consolePort + "/v1/traces",
				otlp + "headers.authorization=Bearer " + receiverToken,
				"--sightline.slo.objectives.availability.target=99.9", "--sightline.health.checks.stock.cache=100ms",
				"--sightline.health.checks.stock.failure-threshold=1",
				"--sightline.health.checks.stock.success-threshold=1",
				"--sightline.health.checks.stock.groups=readiness", "--spring.main.banner-mode=off"));
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(Shop.class)
			.run(arguments.toArray(String[]::new));
	}

	@Bean
	HealthIndicator stockHealthIndicator() {
		return () -> (this.stocked.get() ? Health.up() : Health.down()).build();
	}

	@Bean
	AtomicBoolean stocked() {
		return this.stocked;
	}

	/**
	 * What it sells.
	 */
	@RestController
	static class Things {

		@GetMapping("/things")
		ResponseEntity<String> thing(@RequestParam(name = "fails", defaultValue = "false") boolean fails) {
			return fails ? ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body("broken")
					: ResponseEntity.ok("a thing");
		}

	}

}
