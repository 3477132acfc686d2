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

package io.sightline.tracing.async.autoconfigure;

import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.AsyncConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AsyncContextAutoConfiguration}.
 */
class AsyncContextAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AsyncContextAutoConfiguration.class));

	@Test
	void suppliesConfigurerWhereBootDoesNot() {
		this.runner.run((context) -> assertThat(context).getBean(AsyncConfigurer.class)
			.isInstanceOf(ContextPropagatingAsyncConfigurer.class));
	}

	@Test
	void leavesBootsConfigurerAlone() {
		this.runner.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(AsyncConfigurer.class)
				.doesNotHaveBean(ContextPropagatingAsyncConfigurer.class));
	}

	@Test
	void backsOffForConfigurerOfTheApplication() {
		AsyncConfigurer own = new AsyncConfigurer() {
		};
		this.runner.withBean(AsyncConfigurer.class, () -> own)
			.run((context) -> assertThat(context).getBean(AsyncConfigurer.class).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.tracing.async.enabled", "sightline.tracing.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AsyncConfigurer.class));
	}

	@Test
	void backsOffWithoutContextPropagation() {
		this.runner.withClassLoader(new FilteredClassLoader(ContextSnapshotFactory.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AsyncConfigurer.class));
	}

}
