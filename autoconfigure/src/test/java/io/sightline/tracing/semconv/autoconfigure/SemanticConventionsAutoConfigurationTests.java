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

package io.sightline.tracing.semconv.autoconfigure;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.sightline.tracing.semconv.SemanticSenderHandler;
import io.sightline.tracing.semconv.SemanticSpanHandler;
import io.sightline.tracing.semconv.SpanConventions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SemanticConventionsAutoConfiguration}.
 */
class SemanticConventionsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, SemanticConventionsAutoConfiguration.class));

	@Test
	void takesThePlaceOfBootsHandlers() {
		this.runner.run((context) -> {
			assertThat(context).getBean(DefaultTracingObservationHandler.class).isInstanceOf(SemanticSpanHandler.class);
			assertThat(context).getBean(PropagatingSenderTracingObservationHandler.class)
				.isInstanceOf(SemanticSenderHandler.class);
		});
	}

	@Test
	void backsOffForHandlerOfTheApplication() {
		this.runner
			.withBean("own", DefaultTracingObservationHandler.class,
					() -> new DefaultTracingObservationHandler(Tracer.NOOP))
			.run((context) -> assertThat(context).doesNotHaveBean(SemanticSpanHandler.class)
				.hasSingleBean(SemanticSenderHandler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.tracing.enabled",
			"sightline.tracing.semantic-conventions.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SpanConventions.class)
				.doesNotHaveBean(SemanticConventionsProperties.class)
				.hasSingleBean(DefaultTracingObservationHandler.class));
	}

	@Test
	void backsOffWithoutBridge() {
		this.runner.withClassLoader(new FilteredClassLoader(OtelTracer.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanConventions.class));
	}

}
