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

package io.sightline.tracing.autoconfigure;

import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.tracing.RequestPathTracingObservationHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SightlineTracingAutoConfiguration}.
 */
class SightlineTracingAutoConfigurationTests {

	private static final String CUSTOMIZER = "sightlineNoiseCustomizer";

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ObservationAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
					NoiseAutoConfiguration.class, SightlineTracingAutoConfiguration.class));

	@Test
	void asksNoiseBeforeBootsSampler() {
		this.runner.run((context) -> assertThat(context.getBean(SdkTracerProvider.class).getSampler().getDescription())
			.startsWith("NoiseSampler{ParentBased{"));
	}

	@Test
	void asksNoiseBeforeSamplerOfTheApplication() {
		this.runner.withBean(Sampler.class, Sampler::alwaysOff)
			.run((context) -> assertThat(context.getBean(SdkTracerProvider.class).getSampler().getDescription())
				.isEqualTo("NoiseSampler{AlwaysOffSampler}"));
	}

	@Test
	void startsServerSpansWithTheirPath() {
		this.runner.run((context) -> assertThat(context).getBean(PropagatingReceiverTracingObservationHandler.class)
			.isInstanceOf(RequestPathTracingObservationHandler.class));
	}

	@Test
	void backsOffForHandlerOfTheApplication() {
		PropagatingReceiverTracingObservationHandler<?> own = Mockito
			.mock(PropagatingReceiverTracingObservationHandler.class);
		this.runner.withBean(PropagatingReceiverTracingObservationHandler.class, () -> own)
			.run((context) -> assertThat(context).getBean(PropagatingReceiverTracingObservationHandler.class)
				.isSameAs(own));
	}

	@Test
	void leavesBootsSamplerAloneWithoutNoise() {
		this.runner.withPropertyValues("sightline.noise.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CUSTOMIZER));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.tracing.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CUSTOMIZER)
				.doesNotHaveBean(TracingProperties.class)
				.hasSingleBean(PropagatingReceiverTracingObservationHandler.class));
	}

	@Test
	void backsOffWithoutBridge() {
		this.runner.withClassLoader(new FilteredClassLoader(OtelTracer.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CUSTOMIZER));
	}

	@Test
	void backsOffWithoutOpenTelemetry() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SightlineTracingAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.opentelemetry"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CUSTOMIZER));
	}

}
