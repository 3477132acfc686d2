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

package io.sightline.noise.autoconfigure;

import java.util.List;

import io.sightline.noise.NoisePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NoiseAutoConfiguration}.
 */
class NoiseAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NoiseAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/liveness", "/livez", "/readyz",
			"/startupz", "/favicon.ico" })
	void countsProbesAndActuatorAsNoise(String path) {
		this.runner.run((context) -> assertThat(context.getBean(NoisePolicy.class).isNoise(path)).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/orders", "/actuators", "/livezone", "/orders/actuator/health" })
	void tellsWhatApplicationServes(String path) {
		this.runner.run((context) -> assertThat(context.getBean(NoisePolicy.class).isNoise(path)).isFalse());
	}

	@Test
	void addsPathsOfTheApplication() {
		this.runner.withPropertyValues("sightline.noise.paths=/ping,/static/**").run((context) -> {
			NoisePolicy policy = context.getBean(NoisePolicy.class);
			assertThat(List.of("/ping", "/static/a/b.css", "/livez")).allMatch(policy::isNoise);
			assertThat(policy.isNoise("/favicon.ico")).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.servlet.context-path", "spring.webflux.base-path" })
	void knowsContextPath(String key) {
		this.runner.withPropertyValues(key + "=/shop").run((context) -> {
			NoisePolicy policy = context.getBean(NoisePolicy.class);
			assertThat(List.of("/shop/livez", "/shop/actuator/health")).allMatch(policy::isNoise);
			assertThat(policy.isNoise("/shop/orders")).isFalse();
		});
	}

	@Test
	void knowsBasePathsOfTheActuator() {
		this.runner
			.withPropertyValues("management.server.base-path=/internal", "management.endpoints.web.base-path=/manage")
			.run((context) -> {
				NoisePolicy policy = context.getBean(NoisePolicy.class);
				assertThat(policy.isNoise("/internal/manage/health")).isTrue();
				assertThat(policy.isNoise("/actuator/health")).isFalse();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "" })
	void doesNotTakeTheApplicationForNoiseWhenTheActuatorIsAtTheRoot(String basePath) {
		this.runner.withPropertyValues("management.endpoints.web.base-path=" + basePath)
			.run((context) -> assertThat(context.getBean(NoisePolicy.class).isNoise("/orders")).isFalse());
	}

	@Test
	void backsOffForBeanOfTheApplication() {
		NoisePolicy own = NoisePolicy.of(List.of());
		this.runner.withBean(NoisePolicy.class, () -> own)
			.run((context) -> assertThat(context).getBean(NoisePolicy.class).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.noise.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(NoisePolicy.class));
	}

}
