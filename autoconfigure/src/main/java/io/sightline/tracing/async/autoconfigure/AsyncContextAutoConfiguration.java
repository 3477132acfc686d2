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

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that carries context into
 * {@code @Async} methods, and into the tasks of executors and schedulers that are beans.
 * Where Boot provides the executor, Boot's own decorator does it (we switch it on by
 * default). Where an executor of the application makes Boot back off, {@code @Async}
 * would run on that executor, or on a private one, without context: there an
 * {@link AsyncConfigurer} is provided. Backs off for one of the application's own.
 */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class)
@ConditionalOnClass({ ContextSnapshotFactory.class, AsyncConfigurer.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled", "tracing.async.enabled" },
		matchIfMissing = true)
public final class AsyncContextAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(AsyncConfigurer.class)
	ContextPropagatingAsyncConfigurer sightlineAsyncConfigurer(BeanFactory beanFactory) {
		return new ContextPropagatingAsyncConfigurer(beanFactory);
	}

	@Bean
	static ContextPropagatingExecutorPostProcessor sightlineExecutorPostProcessor(
			ConfigurableListableBeanFactory beanFactory) {
		return new ContextPropagatingExecutorPostProcessor(beanFactory);
	}

}
