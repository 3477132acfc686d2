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

import java.util.ArrayList;
import java.util.List;

import io.micrometer.tracing.otel.bridge.EventListener;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeAttachedEvent;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper.ScopeClosedEvent;
import io.micrometer.tracing.otel.bridge.OtelTracer.EventPublisher;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceCorrelationAutoConfiguration}.
 */
class TraceCorrelationAutoConfigurationTests {

	private static final String FORMATTER = "io.sightline.logging.autoconfigure.SightlineLogFormatter";

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final Context SCOPE = Context.root()
		.with(Span
			.wrap(SpanContext.create(TRACE, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault())))
		.with(Baggage.builder().put("tenant", "acme").build());

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, TraceCorrelationAutoConfiguration.class));

	private final ApplicationContextRunner structured = this.runner.withPropertyValues(
			"logging.structured.format.console=" + FORMATTER, "logging.structured.format.file=" + FORMATTER);

	@AfterEach
	void clear() {
		MDC.clear();
	}

	@Test
	void leavesMdcAloneWhereLinesHaveIdsFromTheSpan() {
		this.structured.run((context) -> {
			enterScope(context);
			assertThat(MDC.get("traceId")).isNull();
		});
	}

	@Test
	void putsIdsIntoMdcWhereLinesNeedThem() {
		this.runner.run((context) -> {
			enterScope(context);
			assertThat(MDC.get("traceId")).isEqualTo(TRACE);
			context.getBean(EventPublisher.class).publishEvent(new ScopeClosedEvent());
			assertThat(MDC.get("traceId")).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.tracing.mdc.enabled=true", "logging.config=classpath:own.xml",
			"logging.structured.format.file=ecs" })
	void putsIdsIntoMdcWhenTold(String property) {
		this.structured.withPropertyValues(property).run((context) -> {
			enterScope(context);
			assertThat(MDC.get("traceId")).isEqualTo(TRACE);
		});
	}

	@Test
	void leavesMdcAloneWhenTold() {
		this.runner.withPropertyValues("sightline.tracing.mdc.enabled=false").run((context) -> {
			enterScope(context);
			assertThat(MDC.get("traceId")).isNull();
		});
	}

	@Test
	void keepsBaggageOfTheApplicationInMdc() {
		this.structured
			.withPropertyValues("management.tracing.baggage.remote-fields=tenant",
					"management.tracing.baggage.correlation.fields=tenant")
			.run((context) -> {
				enterScope(context);
				assertThat(MDC.get("tenant")).isEqualTo("acme");
			});
	}

	@Test
	void tellsListenersOfTheApplication() {
		List<Object> events = new ArrayList<>();
		this.structured.withBean("own", EventListener.class, () -> events::add).run((context) -> {
			enterScope(context);
			assertThat(events).hasOnlyElementsOfType(ScopeAttachedEvent.class).hasSize(1);
		});
	}

	@Test
	void backsOffForPublisherOfTheApplication() {
		this.structured.withBean("own", EventPublisher.class, () -> (event) -> {
		}).run((context) -> assertThat(context).hasSingleBean(EventPublisher.class).hasBean("own"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled=false", "sightline.tracing.enabled=false" })
	void leavesAllToBootWhenDisabled(String property) {
		this.structured.withPropertyValues(property).run((context) -> {
			enterScope(context);
			assertThat(MDC.get("traceId")).isEqualTo(TRACE);
		});
	}

	@Test
	void startsWithoutBootsTracing() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TraceCorrelationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(EventPublisher.class));
	}

	private static void enterScope(ApplicationContext context) {
		context.getBean(EventPublisher.class).publishEvent(new ScopeAttachedEvent(SCOPE));
	}

}
