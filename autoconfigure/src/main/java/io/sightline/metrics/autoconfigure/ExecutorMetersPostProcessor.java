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

package io.sightline.metrics.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Measures threads and queues of executors of the JDK that are beans, by the name of the
 * bean. Boot does so for executors and schedulers of Spring.
 */
final class ExecutorMetersPostProcessor implements BeanPostProcessor, MeterBinder {

	private final Map<String, ExecutorService> executors = new ConcurrentHashMap<>();

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof ThreadPoolExecutor || bean instanceof ForkJoinPool) {
			ExecutorService executor = (ExecutorService) bean;
			this.executors.put(beanName, executor);
			this.registries.forEach((registry) -> bind(registry, beanName, executor));
		}
		return bean;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		this.executors.forEach((name, executor) -> bind(registry, name, executor));
	}

	private static void bind(MeterRegistry registry, String name, ExecutorService executor) {
		new ExecutorServiceMetrics(executor, name, Tags.empty()).bindTo(registry);
	}

}
