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

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.ReflectionUtils;

/**
 * Which executors and schedulers take the context of who hands them a task along. One
 * that is not made yet is left alone. A scheduler that does not is no finding: most of
 * what it runs is work of its own, with a trace of its own.
 */
final class ExecutorContributor implements ReportContributor {

	private static final List<String> CARRIERS = List.of("io.sightline.", "io.micrometer.context.");

	private final ConfigurableListableBeanFactory beans;

	ExecutorContributor(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public String section() {
		return "executors";
	}

	@Override
	public Object details() {
		List<Map<String, Object>> details = new ArrayList<>();
		executors().forEach((name, executor) -> {
			Map<String, Object> line = new LinkedHashMap<>();
			line.put("bean", name);
			line.put("kind", isScheduler(executor) ? "scheduler" : "executor");
			line.put("type", type(executor));
			line.put("carriesContext", carriesContext(executor));
			details.add(line);
		});
		return details;
	}

	private Map<String, Object> executors() {
		Map<String, Object> executors = new LinkedHashMap<>();
		for (Class<?> type : List.of(Executor.class, TaskScheduler.class)) {
			for (String name : this.beans.getBeanNamesForType(type, false, false)) {
				Object executor = this.beans.getSingleton(name);
				if (executor != null && type.isInstance(executor)) {
					executors.put(name, executor);
				}
			}
		}
		return executors;
	}

	private static boolean isScheduler(Object executor) {
		return executor instanceof TaskScheduler || executor instanceof ScheduledExecutorService;
	}

	private static boolean carriesContext(Object executor) {
		String type = type(executor);
		return CARRIERS.stream().anyMatch(type::startsWith) || hasDecorator(executor);
	}

	private static boolean hasDecorator(Object executor) {
		Field field = type(executor).startsWith("org.springframework.")
				? ReflectionUtils.findField(executor.getClass(), "taskDecorator") : null;
		if (field == null) {
			return false;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, executor) != null;
	}

	private static String type(Object executor) {
		return executor.getClass().getName();
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		executors().forEach((name, executor) -> {
			if (!isScheduler(executor) && !carriesContext(executor)) {
				findings.add(new Finding("executor-without-context", Severity.WARNING,
						"What is handed to the executor '%s' (%s) loses its trace".formatted(name, type(executor)),
						"Set a ContextPropagatingTaskDecorator on it, or wrap it by ContextExecutorService.wrap(...)"));
			}
		});
		return findings;
	}

}
