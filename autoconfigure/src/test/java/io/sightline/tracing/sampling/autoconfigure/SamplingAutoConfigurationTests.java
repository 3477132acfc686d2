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

package io.sightline.tracing.sampling.autoconfigure;

import java.util.OptionalDouble;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.tracing.sampling.SamplingControl;
import io.sightline.tracing.sampling.SamplingRule;
import io.sightline.tracing.sampling.SamplingSettings;
import io.sightline.tracing.sampling.StrategySampler;
import io.sightline.tracing.sampling.TailBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SamplingAutoConfiguration}.
 */
class SamplingAutoConfigurationTests {

	private static final String RULE = "sightline.tracing.sampling.rules[0].";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, SamplingAutoConfiguration.class));

	@Test
	void decidesAtTheEndByDefault() {
		this.runner.withPropertyValues("management.tracing.sampling.probability=0.25")
			.run((context) -> assertThat(context).hasSingleBean(TailBuffer.class)
				.getBean(Sampler.class)
				.asString()
				.isEqualTo("StrategySampler{TAIL, ratio=0.25}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "always", "never", "ratio", "rate-limited", "rules" })
	void holdsNothingWithOtherStrategies(String strategy) {
		this.runner.withPropertyValues("sightline.tracing.sampling.strategy=" + strategy)
			.run((context) -> assertThat(context).hasSingleBean(StrategySampler.class)
				.hasSingleBean(SamplingControl.class)
				.doesNotHaveBean(TailBuffer.class));
	}

	@Test
	void asksRulesOfTheApplicationFirst() {
		SamplingRule own = (span) -> OptionalDouble.empty();
		this.runner.withBean(SamplingRule.class, () -> own)
			.withPropertyValues(RULE + "tenant=acme", "sightline.tracing.sampling.rules[1].route=/orders/**",
					"sightline.tracing.sampling.rules[1].method=POST", "sightline.tracing.sampling.rules[1].ratio=0.5")
			.run((context) -> assertThat(context.getBean(SamplingSettings.class).rules()).hasSize(3)
				.first()
				.isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			management.tracing.sampling.probability=1.5 | from 0.0 (none) to 1.0
			management.tracing.sampling.probability=-1 | from 0.0 (none) to 1.0
			sightline.tracing.sampling.limit=0 | greater than zero
			sightline.tracing.sampling.untrusted-limit=0 | greater than zero
			sightline.tracing.sampling.slow-threshold=-1s | greater than zero
			sightline.tracing.sampling.tail.max-spans=0 | greater than zero
			sightline.tracing.sampling.tail.max-age=0s | greater than zero
			sightline.tracing.sampling.rules[0].ratio=0.5 | needs at least one
			sightline.tracing.sampling.rules[0].route=orders | starts with '/'
			""")
	void refusesValueWithTheReason(String property, String reason) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(failure) -> assertThat(failure.getReason()).contains(reason)));
	}

	@Test
	void refusesRatioOfRule() {
		this.runner.withPropertyValues(RULE + "route=/orders", RULE + "ratio=2")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(RULE + "ratio"));
	}

	@Test
	void refusesRulesThatNobodyAsks() {
		this.runner.withPropertyValues(RULE + "route=/orders", "sightline.tracing.sampling.strategy=ratio")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("sightline.tracing.sampling.strategy"));
	}

	@Test
	void refusesStrategyBesideSamplerOfBoot() {
		this.runner
			.withPropertyValues("management.opentelemetry.tracing.sampler=always-on",
					"sightline.tracing.sampling.strategy=ratio")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(MutuallyExclusiveConfigurationPropertiesException.class));
	}

	@Test
	void backsOffForSamplerOfBoot() {
		this.runner.withPropertyValues("management.opentelemetry.tracing.sampler=always-on")
			.run((context) -> assertThat(context).doesNotHaveBean(SamplingSettings.class)
				.getBean(Sampler.class)
				.isSameAs(Sampler.alwaysOn()));
	}

	@Test
	void backsOffForSamplerOfTheApplication() {
		this.runner.withBean(Sampler.class, Sampler::alwaysOff)
			.run((context) -> assertThat(context).doesNotHaveBean(SamplingSettings.class).hasSingleBean(Sampler.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.tracing.enabled", "sightline.tracing.sampling.enabled",
			"management.opentelemetry.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(StrategySampler.class)
				.doesNotHaveBean(SamplingControl.class));
	}

	@Test
	void backsOffWithoutOpenTelemetry() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SamplingAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.opentelemetry"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SamplingControl.class));
	}

}
