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

import java.util.concurrent.Executor;

import io.sightline.tracing.async.ContextPropagatingExecutor;

import org.springframework.aop.interceptor.AsyncExecutionAspectSupport;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Gives {@code @Async} methods the executor that Spring would choose, with context: the
 * only {@link TaskExecutor}, else the one called {@code taskExecutor}, else a private one
 * with a thread a task.
 */
final class ContextPropagatingAsyncConfigurer implements AsyncConfigurer {

	private final BeanFactory beanFactory;

	ContextPropagatingAsyncConfigurer(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Executor getAsyncExecutor() {
		return new ContextPropagatingExecutor(chosen());
	}

	private Executor chosen() {
		TaskExecutor only = this.beanFactory.getBeanProvider(TaskExecutor.class).getIfUnique();
		if (only != null) {
			return only;
		}
		try {
			return this.beanFactory.getBean(AsyncExecutionAspectSupport.DEFAULT_TASK_EXECUTOR_BEAN_NAME,
					Executor.class);
		}
		catch (NoSuchBeanDefinitionException ex) {
			return new SimpleAsyncTaskExecutor("async-");
		}
	}

}
