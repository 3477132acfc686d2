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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextScheduledExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.sightline.tracing.async.ContextPropagatingExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;

/**
 * Carries context into the tasks of every executor and scheduler bean that can be
 * decorated: Spring's by their own decorator, others by a wrapper where the bean is
 * declared as an interface. The rest is left alone and named once.
 */
final class ContextPropagatingExecutorPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(ContextPropagatingExecutorPostProcessor.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().clearMissing(true).build();

	private final TaskDecorator decorator = (task) -> this.snapshots.captureAll().wrap(task);

	private final TaskDecorators decorators = new TaskDecorators(this.decorator);

	private final Set<String> decorated = ConcurrentHashMap.newKeySet();

	ContextPropagatingExecutorPostProcessor(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof Executor && this.decorators.addTo(bean)) {
			this.decorated.add(beanName);
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof Executor executor) || this.decorated.remove(beanName)
				|| bean instanceof ContextExecutorService || bean instanceof ContextPropagatingExecutor) {
			return bean;
		}
		Class<?> declared = declaredType(beanName);
		Executor wrapper = (declared != null && declared.isInterface()) ? wrap(executor, declared) : null;
		if (wrapper == null) {
			logger.info("Tasks of executor '{}' run without the context of their submitter: declare the bean as "
					+ "ExecutorService or another interface to have it carried over", beanName);
			return bean;
		}
		return wrapper;
	}

	private @Nullable Class<?> declaredType(String beanName) {
		return (this.beanFactory.containsBeanDefinition(beanName))
				? this.beanFactory.getMergedBeanDefinition(beanName).getResolvableType().resolve() : null;
	}

	private @Nullable Executor wrap(Executor executor, Class<?> declared) {
		Executor wrapper;
		if (executor instanceof ScheduledExecutorService service) {
			wrapper = ContextScheduledExecutorService.wrap(service, this.snapshots);
		}
		else if (executor instanceof ExecutorService service) {
			wrapper = ContextExecutorService.wrap(service, this.snapshots);
		}
		else if (executor instanceof TaskExecutor) {
			TaskExecutorAdapter adapter = new TaskExecutorAdapter(executor);
			adapter.setTaskDecorator(this.decorator);
			wrapper = (AsyncTaskExecutor) adapter;
		}
		else {
			wrapper = new ContextPropagatingExecutor(executor);
		}
		return (declared.isInstance(wrapper)) ? wrapper : null;
	}

}
