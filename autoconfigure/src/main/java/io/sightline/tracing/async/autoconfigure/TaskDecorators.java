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

import java.lang.reflect.Field;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ReflectionUtils;

/**
 * Adds a decorator to those of Spring's executors that take one, after the one they have.
 * They do not tell which that is, so their field is read.
 */
final class TaskDecorators {

	private final TaskDecorator decorator;

	TaskDecorators(TaskDecorator decorator) {
		this.decorator = decorator;
	}

	/**
	 * Decorate the tasks of an executor that is not initialized yet.
	 * @param executor perhaps an executor of Spring's
	 * @return whether its tasks are decorated now
	 */
	boolean addTo(Object executor) {
		if (executor instanceof ThreadPoolTaskExecutor pool) {
			pool.setTaskDecorator(and(existing(pool, ThreadPoolTaskExecutor.class)));
		}
		else if (executor instanceof ThreadPoolTaskScheduler pool) {
			pool.setTaskDecorator(and(existing(pool, ThreadPoolTaskScheduler.class)));
		}
		else if (executor instanceof SimpleAsyncTaskExecutor threads) {
			threads.setTaskDecorator(and(existing(threads, SimpleAsyncTaskExecutor.class)));
		}
		else if (executor instanceof ConcurrentTaskExecutor adapter) {
			adapter.setTaskDecorator(and(existing(adapter, ConcurrentTaskExecutor.class)));
		}
		else if (executor instanceof TaskExecutorAdapter adapter) {
			adapter.setTaskDecorator(and(existing(adapter, TaskExecutorAdapter.class)));
		}
		else {
			return false;
		}
		return true;
	}

	private static @Nullable TaskDecorator existing(Object executor, Class<?> type) {
		Field field = ReflectionUtils.findField(type, "taskDecorator", TaskDecorator.class);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return (TaskDecorator) ReflectionUtils.getField(field, executor);
	}

	private TaskDecorator and(@Nullable TaskDecorator existing) {
		if (existing == null) {
			return this.decorator;
		}
		return (existing instanceof ContextPropagatingTaskDecorator) ? existing
				: new CompositeTaskDecorator(List.of(existing, this.decorator));
	}

}
