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

package io.sightline.tracing.agent.autoconfigure;

import java.util.Map;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sightline.report.Finding;
import io.sightline.tracing.agent.TracingAgent;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentAutoConfiguration}, {@link AgentImportFilter} and
 * {@link TracingAgent}, with a class path as agents leave it.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentAutoConfigurationTests {

	private static final String OPENTELEMETRY = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class);

	@ParameterizedTest
	@CsvSource(textBlock = """
			io.opentelemetry.javaagent.OpenTelemetryAgent, OPENTELEMETRY
			co.elastic.apm.agent.premain.AgentMain, ELASTIC
			datadog.trace.bootstrap.AgentBootstrap, DATADOG
			""")
	void findsAgent(String entryPoint, TracingAgent agent) {
		assertThat(TracingAgent.find(with(entryPoint))).isEqualTo(agent);
	}

	@Test
	void findsNoAgentWhereThereIsNone() {
		assertThat(TracingAgent.find(getClass().getClassLoader())).isNull();
	}

	@Test
	void leavesSpansAndPropagationToAgent(CapturedOutput output) {
		this.runner.withClassLoader(with(OPENTELEMETRY)).run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(OtelTracer.class)
				.doesNotHaveBean(SdkTracerProvider.class)
				.doesNotHaveBean(TracingObservationHandler.class)
				.hasSingleBean(ObservationRegistry.class);
			assertThat(output).containsOnlyOnce("The OpenTelemetry agent makes the spans");
			assertThat(context.getBean(AgentLine.class).details())
				.isEqualTo(Map.of("name", "OpenTelemetry", "ownsTracing", true));
			assertThat(context.getBean(AgentLine.class).findings()).isEmpty();
		});
	}

	@Test
	void warnsWhenBothTrace(CapturedOutput output) {
		this.runner.withClassLoader(with(OPENTELEMETRY))
			.withPropertyValues("sightline.tracing.owner=application")
			.run((context) -> {
				assertThat(context).hasSingleBean(SdkTracerProvider.class);
				assertThat(output).containsOnlyOnce("The OpenTelemetry agent and the application both make spans");
				assertThat(context.getBean(AgentLine.class).findings()).extracting(Finding::id)
					.containsExactly("two-tracers");
			});
	}

	@Test
	void changesNothingWithoutAgent() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(SdkTracerProvider.class)
			.doesNotHaveBean(AgentLine.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.tracing.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withClassLoader(with(OPENTELEMETRY))
			.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).hasSingleBean(SdkTracerProvider.class)
				.doesNotHaveBean(AgentLine.class));
	}

	private static ClassLoader with(String className) {
		return new ByteBuddy().subclass(Object.class)
			.name(className)
			.make()
			.load(AgentAutoConfigurationTests.class.getClassLoader())
			.getLoaded()
			.getClassLoader();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
