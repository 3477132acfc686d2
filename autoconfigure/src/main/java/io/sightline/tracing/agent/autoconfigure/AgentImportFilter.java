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

package io.sightline.tracing.agent.autoconfigure;

import java.util.Set;

import io.sightline.tracing.agent.TracingAgent;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves the auto-configuration of spans and propagation out, Boot's and ours, where a
 * Java agent owns them. What needs no spans of its own stays.
 */
final class AgentImportFilter implements AutoConfigurationImportFilter, EnvironmentAware, BeanClassLoaderAware {

	private static final String BOOT = "org.springframework.boot.micrometer.tracing.";

	private static final Set<String> OWNED = Set.of(BOOT + "autoconfigure.MicrometerTracingAutoConfiguration",
			BOOT + "opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
			BOOT + "opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
			BOOT + "opentelemetry.autoconfigure.zipkin.ZipkinWithOpenTelemetryTracingAutoConfiguration");

	private static final String HOUSE = "io.sightline.tracing.";

	private static final Set<String> KEPT = Set.of("agent", "async", "jdbc");

	private @Nullable Environment environment;

	private @Nullable ClassLoader classLoader;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
		boolean[] match = new boolean[autoConfigurationClasses.length];
		for (int i = 0; i < match.length; i++) {
			match[i] = !isTracing(autoConfigurationClasses[i]) || !isOwnedByAgent();
		}
		return match;
	}

	private static boolean isTracing(@Nullable String name) {
		if (name == null || !name.startsWith(HOUSE)) {
			return name != null && OWNED.contains(name);
		}
		String rest = name.substring(HOUSE.length());
		return !KEPT.contains(rest.substring(0, rest.indexOf('.')));
	}

	// Boot asks for every class of every configuration: looked up for tracing's only.
	private boolean isOwnedByAgent() {
		return this.environment != null && isOwnedByAgent(this.environment, this.classLoader);
	}

	static boolean isOwnedByAgent(Environment environment, @Nullable ClassLoader classLoader) {
		boolean asked = environment.getProperty("sightline.enabled", Boolean.class, true)
				&& environment.getProperty("sightline.tracing.enabled", Boolean.class, true);
		TracingOwner owner = Binder.get(environment)
			.bind("sightline.tracing.owner", TracingOwner.class)
			.orElse(TracingOwner.AUTO);
		return asked && owner == TracingOwner.AUTO && TracingAgent.find(classLoader) != null;
	}

}
