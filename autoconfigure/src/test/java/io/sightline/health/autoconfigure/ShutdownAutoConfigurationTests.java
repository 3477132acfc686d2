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
package io.sightline.health.autoconfigure;

import java.time.Duration;

import io.sightline.health.DrainDelay;
import io.sightline.health.ShutdownLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShutdownAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ShutdownAutoConfigurationTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ShutdownAutoConfiguration.class));

	@Test
	void delaysTheEndOfServersOnly() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(DrainDelay.class));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ShutdownAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(DrainDelay.class).hasSingleBean(ShutdownLine.class));
	}

	@Test
	void tellsHowLongTheEndTook(CapturedOutput output) {
		this.runner.run((context) -> assertThat(output).doesNotContain("Ended in"));
		assertThat(output).containsOnlyOnce("Ended in").contains("lost since the start: nothing");
	}

	@ParameterizedTest
	@CsvSource({ "30s,30s", "10s,10s", "1m,45s" })
	void refusesDelayThatThePhaseCutsOff(String delay, String phase) {
		this.runner
			.withPropertyValues("sightline.health.drain-delay=" + delay,
					InvalidHealthProperty.PHASE_TIMEOUT + "=" + phase)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Property 'sightline.health.drain-delay'")
				.hasMessageContaining("'spring.lifecycle.timeout-per-shutdown-phase', which is"));
	}

	@Test
	void knowsTimeoutOfBoot() {
		this.runner.withPropertyValues("sightline.health.drain-delay=30s")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("which is '30000ms'"));
	}

	@Test
	void acceptsDelayThatFits() {
		this.runner
			.withPropertyValues("sightline.health.drain-delay=40ms", InvalidHealthProperty.PHASE_TIMEOUT + "=50ms")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void keepsBeansOfTheApplication() {
		DrainDelay own = new DrainDelay(Duration.ZERO);
		this.runner.withBean(DrainDelay.class, () -> own)
			.run((context) -> assertThat(context.getBean(DrainDelay.class)).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.health.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DrainDelay.class)
				.doesNotHaveBean(ShutdownLine.class));
	}

	@Test
	void backsOffWithoutHealth() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sightlineShutdownLine"));
	}

}
