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

package io.sightline.tracing;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BootBeans}.
 */
class BootBeansTests {

	private static final io.opentelemetry.api.trace.Tracer NOOP = OpenTelemetry.noop().getTracer("test");

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class));

	@Test
	void knowsBridgeOfBootAndNothingAroundIt() {
		this.runner.run((context) -> {
			BootBeans beans = new BootBeans(context.getBeanFactory());
			Tracer tracer = context.getBean(Tracer.class);
			Propagator propagator = context.getBean(Propagator.class);
			assertThat(beans.makeBridge(tracer, propagator)).isTrue();
			assertThat(beans.makeBridge(Tracer.NOOP, propagator)).isFalse();
			assertThat(beans.makeBridge(tracer, Propagator.NOOP)).isFalse();
		});
		this.runner.withBean(Propagator.class, () -> Propagator.NOOP)
			.run((context) -> assertThat(new BootBeans(context.getBeanFactory())
				.makeBridge(context.getBean(Tracer.class), new OtelPropagator(ContextPropagators.noop(), NOOP)))
				.isFalse());
	}

	@Test
	void knowsBeansOfBoot() {
		this.runner.run((context) -> {
			assertThat(make(context, Tracer.class)).isTrue();
			assertThat(make(context, Propagator.class)).isTrue();
		});
	}

	@Test
	void knowsNoBeanThatIsNotThere() {
		this.runner.run((context) -> assertThat(make(context, String.class)).isFalse());
	}

	@Test
	void knowsPropagatorOfTheApplicationAlthoughItIsOfTheSameClass() {
		this.runner.withBean(Propagator.class, () -> new OtelPropagator(ContextPropagators.noop(), NOOP))
			.run((context) -> assertThat(make(context, Propagator.class)).isFalse());
	}

	@Test
	void knowsTracerOfTheApplicationAlthoughItIsOfTheSameClass() {
		this.runner
			.withBean("own", OtelTracer.class, () -> new OtelTracer(NOOP, new OtelCurrentTraceContext(), (event) -> {
			}))
			.run((context) -> assertThat(make(context, Tracer.class)).isFalse());
	}

	private static boolean make(AssertableApplicationContext context, Class<?> type) {
		return new BootBeans(context.getSourceApplicationContext().getBeanFactory()).make(type);
	}

}
