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

package io.sightline.logging.autoconfigure;

import io.sightline.logging.LogFormat;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggingAutoConfiguration}.
 */
class LoggingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LoggingAutoConfiguration.class));

	@Test
	void bindsProperties() {
		this.runner.withPropertyValues("sightline.logging.format=json", "sightline.logging.max-message-size=1KB")
			.run((context) -> {
				LoggingProperties properties = context.getBean(LoggingProperties.class);
				assertThat(properties.format()).isEqualTo(LogFormat.JSON);
				assertThat(properties.maxMessageSize()).isEqualTo(DataSize.ofKilobytes(1));
			});
	}

	@Test
	void failsForUnknownFormat() {
		this.runner.withPropertyValues("sightline.logging.format=xml")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("xml"));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.logging.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LoggingProperties.class));
	}

	@Test
	void backsOffWhenSightlineIsDisabled() {
		this.runner.withPropertyValues("sightline.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LoggingProperties.class));
	}

}
