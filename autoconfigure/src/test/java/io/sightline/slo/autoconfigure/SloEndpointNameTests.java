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

import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.IdentityAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SloEndpointNameTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(IdentityAutoConfiguration.class, SloAutoConfiguration.class))
		.withBean(SimpleMeterRegistry.class)
		.withPropertyValues("management.endpoints.web.exposure.include=slo", "spring.application.name=shop",
				"sightline.slo.objectives.checkout.target=99.9");

	@Test
	void isTheNameOfTheApplication() {
		this.runner.run((context) -> assertNamed(context, "shop"));
	}

	@Test
	void isTheNameOfTheResource() {
		this.runner.withPropertyValues("management.opentelemetry.resource-attributes.service.name=checkout-eu")
			.run((context) -> assertNamed(context, "checkout-eu"));
	}

	@Test
	void isTheNameOfTheBean() {
		this.runner
			.withBean(ServiceIdentity.class,
					() -> new ServiceIdentity("checkout-eu", "1", "prod", "instance", Map.of()))
			.run((context) -> assertNamed(context, "checkout-eu"));
	}

	@Test
	void isTheTagOfTheMeters() {
		this.runner.withPropertyValues("management.metrics.tags.application=checkout-eu")
			.run((context) -> assertNamed(context, "checkout-eu"));
	}

	@Test
	void isFoundWithoutIdentity() {
		this.runner.withPropertyValues("sightline.identity.enabled=false")
			.run((context) -> assertNamed(context, "shop"));
	}

	private static void assertNamed(AssertableApplicationContext context, String name) {
		SloEndpoint endpoint = context.getBean(SloEndpoint.class);
		assertThat(endpoint.objectives()).containsEntry("application", name);
		assertThat(Objects.toString(endpoint.objective("rules").getBody()))
			.contains("slo_events_total{application=\"%s\",".formatted(name), "service: \"%s\"".formatted(name));
	}

}
