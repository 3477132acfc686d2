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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReportRunner} and {@link ReportEnvironmentPostProcessor}.
 */
class ReportRunnerTests {

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final List<Integer> exits = new ArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiagnosticsAutoConfiguration.class));

	@Test
	void printsAndExits() {
		this.runner.withPropertyValues("sightline.report=").run((context) -> {
			start(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
			assertThat(this.exits).containsExactly(0);
			assertThat(this.output.toString(StandardCharsets.UTF_8)).startsWith("Sightline: ").contains("Features");
		});
	}

	@Test
	void printsJsonWhenAsked() {
		this.runner.withPropertyValues("sightline.report=json").run((context) -> {
			start(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
			assertThat(this.output.toString(StandardCharsets.UTF_8)).startsWith("{\"schema\":1,");
		});
	}

	@Test
	void exitsWithOneOnAnError() {
		this.runner.withPropertyValues("sightline.report=text")
			.withBean(ReportContributor.class, BrokenContributor::new)
			.run((context) -> {
				start(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
				assertThat(this.exits).containsExactly(1);
			});
	}

	@ParameterizedTest
	@CsvSource({ "sightline.report=false", "spring.main.banner-mode=off" })
	void doesNothingUnasked(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			start(context.getSourceApplicationContext(ConfigurableApplicationContext.class));
			assertThat(this.exits).isEmpty();
		});
	}

	@Test
	void startsBesideAnApplicationThatServes() {
		MockEnvironment environment = new MockEnvironment().withProperty("sightline.report", "")
			.withProperty("server.port", "8080")
			.withProperty("management.server.port", "8081");
		new ReportEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.port")).isEqualTo("0");
		assertThat(environment.getProperty("management.server.port")).isEqualTo("0");
	}

	@Test
	void leavesTheEnvironmentAloneUnasked() {
		MockEnvironment environment = new MockEnvironment();
		new ReportEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.port")).isNull();
	}

	private void start(ConfigurableApplicationContext context) {
		PrintStream stream = new PrintStream(this.output, true, StandardCharsets.UTF_8);
		new ReportRunner(context, context.getBean(WiringReports.class), stream, this.exits::add).onApplicationEvent(
				new ApplicationStartedEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
	}

	private static final class BrokenContributor implements ReportContributor {

		@Override
		public String section() {
			return "broken";
		}

		@Override
		public List<Finding> findings() {
			return List.of(new Finding("broken", Severity.ERROR, "It does not work", "Repair it"));
		}

	}

}
