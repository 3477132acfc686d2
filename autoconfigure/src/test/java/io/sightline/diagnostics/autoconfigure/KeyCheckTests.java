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

import java.util.Map;
import java.util.Objects;

import io.sightline.metrics.autoconfigure.CardinalityAutoConfiguration;
import io.sightline.report.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyCheck} and what is made of it.
 */
class KeyCheckTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DiagnosticsAutoConfiguration.class));

	@Test
	void misspeltKeyPreventsTheStartAndSaysWhatWasMeant() {
		this.runner.withPropertyValues("sightline.helth.drain-delay=5s").run((context) -> {
			FailureAnalyzedException failure = failure(context.getStartupFailure());
			assertThat(failure.analysis().getDescription()).contains("'sightline.helth.drain-delay'", "test");
			assertThat(failure.analysis().getAction()).contains("'sightline.health.drain-delay'",
					"sightline.diagnostics.strict=false");
		});
	}

	@Test
	void misspeltKeyIsAFindingWhereThatIsAskedFor() {
		this.runner.withPropertyValues("sightline.helth.drain-delay=5s", "sightline.diagnostics.strict=false")
			.run((context) -> assertThat(context.getBean(WiringReports.class).findings())
				.filteredOn("id", "unknown-property")
				.extracting(Finding::fix)
				.containsExactly("Did you mean 'sightline.health.drain-delay'?"));
	}

	@ParameterizedTest
	@CsvSource({ "on", "yes", "1", "ture", "''" })
	void switchIsOnOrOff(String value) {
		this.runner.withPropertyValues("sightline.health.enabled=" + value)
			.run((context) -> assertThat(failure(context.getStartupFailure()).analysis().getDescription())
				.contains("'sightline.health.enabled'", "'" + value + "'"));
	}

	@Test
	void partThatIsOnOfWhatIsOffPreventsTheStart() {
		this.runner
			.withPropertyValues("sightline.tracing.enabled=false", "sightline.tracing.jdbc.enabled=true",
					"sightline.metrics.enabled=false")
			.run((context) -> assertThat(failure(context.getStartupFailure()).analysis().getDescription())
				.contains("'sightline.tracing.jdbc.enabled'", "'sightline.tracing.enabled'")
				.doesNotContain("metrics"));
	}

	@Test
	void anotherPlaceMaySwitchOffTheWhole() {
		this.runner.withPropertyValues("sightline.tracing.jdbc.enabled=true")
			.withSystemProperties("sightline.tracing.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void argumentsMaySwitchOffAnything() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new org.springframework.core.env.SimpleCommandLinePropertySource(
						"--sightline.tracing.enabled=false", "--sightline.tracing.jdbc.enabled=true")))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whatIsOverriddenContradictsNothing() {
		this.runner.withPropertyValues("sightline.tracing.enabled=false", "sightline.tracing.jdbc.enabled=true")
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new org.springframework.core.env.MapPropertySource("prod",
						java.util.Map.of("sightline.tracing.enabled", "true"))))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void featureThatLacksItsLibraryPreventsTheStart() {
		this.runner.withConfiguration(AutoConfigurations.of(CardinalityAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.withPropertyValues("sightline.metrics.cardinality.enabled=true")
			.run((context) -> {
				FailureAnalyzedException failure = failure(context.getStartupFailure());
				assertThat(failure.analysis().getDescription()).contains("'sightline.metrics.cardinality.enabled'",
						"MeterRegistry");
				assertThat(failure.analysis().getAction()).contains("Add the library",
						"sightline.diagnostics.strict=false");
			});
	}

	@Test
	void featureThatHasItsLibraryIsAccepted() {
		this.runner.withConfiguration(AutoConfigurations.of(CardinalityAutoConfiguration.class))
			.withPropertyValues("sightline.metrics.cardinality.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void everythingThatExistsIsAccepted() {
		this.runner
			.withPropertyValues("sightline.health.checks.db.critical=true", "sightline.slo.objectives.shop.target=99",
					"sightline.metrics.business.meters[0].name=orders", "sightline.health.enabled=FALSE",
					"sightline.logging.fields.add.team=blue")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void variablesOfThePlatformAreNoneOfOurs() {
		withVariables(Map.of("SIGHTLINE_CONSOLE_SERVICE_HOST", "10.0.0.1", "SIGHTLINE_HEALTH_DRAIN_DELAY", "5s"))
			.run((context) -> assertThat(context.getBean(WiringReports.class).findings()).extracting(Finding::id)
				.doesNotContain("unknown-property"));
	}

	@Test
	void misspeltVariableIsAFinding() {
		withVariables(Map.of("SIGHTLINE_HEALTH_DRAINDELEY", "5s"))
			.run((context) -> assertThat(context.getBean(WiringReports.class).findings())
				.filteredOn("id", "unknown-property")
				.extracting(Finding::fix)
				.containsExactly("Did you mean 'sightline.health.drain-delay'?"));
	}

	@Test
	void saysNothingWhenDisabled() {
		this.runner.withPropertyValues("sightline.helth.drain-delay=5s", "sightline.diagnostics.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private ApplicationContextRunner withVariables(Map<String, Object> variables) {
		return this.runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addLast(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)));
	}

	private static FailureAnalyzedException failure(@Nullable Throwable failure) {
		assertThat(failure).isInstanceOf(FailureAnalyzedException.class);
		return (FailureAnalyzedException) Objects.requireNonNull(failure);
	}

}
