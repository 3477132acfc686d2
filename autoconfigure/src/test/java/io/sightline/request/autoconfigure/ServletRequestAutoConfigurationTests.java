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

import io.micrometer.tracing.Tracer;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import org.apache.catalina.Valve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletRequestAutoConfiguration}.
 */
class ServletRequestAutoConfigurationTests {

	private static final String CONTEXT_FILTER = "sightlineRequestContextFilter";

	private static final String TRACE_FILTER = "sightlineTraceIdFilter";

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(NoiseAutoConfiguration.class,
			ServletRequestAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void putsItsFiltersAroundBootsObservationFilter() {
		this.runner.withBean(Tracer.class, () -> Tracer.NOOP).run((context) -> {
			assertThat(context.getBean(CONTEXT_FILTER, FilterRegistrationBean.class).getOrder())
				.isEqualTo(Ordered.HIGHEST_PRECEDENCE);
			assertThat(context.getBean(TRACE_FILTER, FilterRegistrationBean.class).getOrder())
				.isEqualTo(Ordered.HIGHEST_PRECEDENCE + 2);
		});
	}

	@Test
	void suppliesRouteInterceptorAndValve() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(WebMvcConfigurer.class)
			.hasSingleBean(WebServerFactoryCustomizer.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { CONTEXT_FILTER, TRACE_FILTER })
	void backsOffForFilterOfTheApplication(String name) {
		FilterRegistrationBean<?> own = new FilterRegistrationBean<>((request, response, chain) -> {
		});
		this.runner.withBean(Tracer.class, () -> Tracer.NOOP)
			.withBean(name, FilterRegistrationBean.class, () -> own)
			.run((context) -> assertThat(context.getBean(name)).isSameAs(own));
	}

	@Test
	void suppliesNoTraceIdFilterWithoutTracer() {
		this.runner.run((context) -> assertThat(context).hasBean(CONTEXT_FILTER).doesNotHaveBean(TRACE_FILTER));
	}

	@Test
	void suppliesNoTraceIdFilterWithoutMicrometerTracing() {
		this.runner.withClassLoader(new FilteredClassLoader(Tracer.class))
			.run((context) -> assertThat(context).hasBean(CONTEXT_FILTER).doesNotHaveBean(TRACE_FILTER));
	}

	@Test
	void suppliesNoInterceptorWithoutSpringMvc() {
		this.runner.withClassLoader(new FilteredClassLoader(WebMvcConfigurer.class))
			.run((context) -> assertThat(context).hasBean(CONTEXT_FILTER).doesNotHaveBean("sightlineRouteConfigurer"));
	}

	@Test
	void suppliesNoValveWithoutTomcat() {
		this.runner.withClassLoader(new FilteredClassLoader(Valve.class))
			.run((context) -> assertThat(context).hasBean(CONTEXT_FILTER)
				.doesNotHaveBean(WebServerFactoryCustomizer.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.request.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withBean(Tracer.class, () -> Tracer.NOOP)
			.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class)
				.doesNotHaveBean(WebMvcConfigurer.class)
				.doesNotHaveBean(WebServerFactoryCustomizer.class));
	}

	@Test
	void backsOffOutsideServletApplications() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class));
	}

}
