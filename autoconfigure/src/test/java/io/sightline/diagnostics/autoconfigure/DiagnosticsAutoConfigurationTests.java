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

package io.sightline.diagnostics.autoconfigure;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DiagnosticsAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class DiagnosticsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiagnosticsAutoConfiguration.class));

	@Test
	void saysWhereTracesGoWhenReady(CapturedOutput output) {
		this.runner
			.withPropertyValues("management.opentelemetry.tracing.export.otlp.endpoint=http://collector/v1/traces")
			.run((context) -> {
				ready(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
				Awaitility.await()
					.untilAsserted(() -> assertThat(output).containsOnlyOnce("Sightline is on")
						.contains("traces to http://collector/v1/traces"));
			});
	}

	@Test
	void saysWhatToSetWhenTracesGoNowhere(CapturedOutput output) {
		this.runner.run((context) -> {
			ready(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
			Awaitility.await()
				.untilAsserted(() -> assertThat(output)
					.contains("nowhere, set management.opentelemetry.tracing.export.otlp.endpoint"));
		});
	}

	@Test
	void isSilentWhenAnotherContextIsReady(CapturedOutput output) {
		this.runner.run((context) -> {
			GenericApplicationContext child = new GenericApplicationContext(context);
			child.refresh();
			ready(child);
			assertThat(output).doesNotContain("Sightline is on");
		});
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.diagnostics.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(StartupLine.class));
	}

	@Test
	void backsOffWhenSightlineIsDisabled() {
		this.runner.withPropertyValues("sightline.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(StartupLine.class));
	}

	@ParameterizedTest
	@CsvSource({ "NONE, , 'endpoints nowhere, this is not a web application'",
			"SERVLET, -1, 'endpoints nowhere, management.server.port is -1'",
			"REACTIVE, 8081, 'endpoints health,metrics'" })
	void saysWhereEndpointsAre(WebApplicationType type, @Nullable String managementPort, String said,
			CapturedOutput output) {
		ApplicationContextRunner web = this.runner
			.withPropertyValues("management.endpoints.web.exposure.include=health,metrics");
		if (managementPort != null) {
			web = web.withPropertyValues("management.server.port=" + managementPort);
		}
		web.run((context) -> {
			ready(context.getSourceApplicationContext(ConfigurableApplicationContext.class), type);
			Awaitility.await().untilAsserted(() -> assertThat(output).contains(said));
		});
	}

	private static void ready(ConfigurableApplicationContext context) {
		ready(context, WebApplicationType.SERVLET);
	}

	private static void ready(ConfigurableApplicationContext context, WebApplicationType type) {
		SpringApplication application = new SpringApplication();
		application.setWebApplicationType(type);
		context.publishEvent(new ApplicationReadyEvent(application, new String[0], context, Duration.ZERO));
	}

}
