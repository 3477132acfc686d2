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

package io.sightline.request.autoconfigure;

import java.util.List;

import io.micrometer.tracing.Tracer;
import io.sightline.noise.NoisePolicy;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.request.reactive.RequestContextWebFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReactiveRequestAutoConfiguration}.
 */
class ReactiveRequestAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(NoiseAutoConfiguration.class,
			ReactiveRequestAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void suppliesFilter() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(RequestContextWebFilter.class));
	}

	@Test
	void suppliesFilterWithoutNoisePolicy() {
		this.runner.withPropertyValues("sightline.noise.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(RequestContextWebFilter.class));
	}

	@Test
	void suppliesFilterWithoutTracing() {
		this.runner.withClassLoader(new FilteredClassLoader(Tracer.class))
			.run((context) -> assertThat(context).hasSingleBean(RequestContextWebFilter.class));
	}

	@Test
	void backsOffForFilterOfTheApplication() {
		RequestContextWebFilter own = new RequestContextWebFilter(NoisePolicy.of(List.of()), (exchange) -> null);
		this.runner.withBean(RequestContextWebFilter.class, () -> own)
			.run((context) -> assertThat(context).getBean(RequestContextWebFilter.class).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.request.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(WebFilter.class));
	}

	@Test
	void backsOffOutsideReactiveApplications() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(WebFilter.class));
	}

	@Test
	void backsOffWithoutSpringWeb() {
		this.runner.withClassLoader(new FilteredClassLoader(WebFilter.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sightlineRequestContextWebFilter"));
	}

}
