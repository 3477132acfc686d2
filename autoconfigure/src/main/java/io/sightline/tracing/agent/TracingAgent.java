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

package io.sightline.tracing.agent;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A Java agent that makes spans and propagates traces by itself. The JVM puts its jar on
 * the class path of the system, where its entry point is found.
 */
public enum TracingAgent {

	/**
	 * OpenTelemetry's agent, and the distributions made of it.
	 */
	OPENTELEMETRY("OpenTelemetry", "io.opentelemetry.javaagent.OpenTelemetryAgent"),

	/**
	 * Elastic's agent.
	 */
	ELASTIC("Elastic", "co.elastic.apm.agent.premain.AgentMain"),

	/**
	 * Datadog's agent.
	 */
	DATADOG("Datadog", "datadog.trace.bootstrap.AgentBootstrap");

	private final String displayName;

	private final String entryPoint;

	TracingAgent(String displayName, String entryPoint) {
		this.displayName = displayName;
		this.entryPoint = entryPoint;
	}

	/**
	 * Find the agent on this JVM.
	 * @param classLoader sees the class path of the system
	 * @return the agent, or {@code null} if there is none
	 */
	public static @Nullable TracingAgent find(@Nullable ClassLoader classLoader) {
		for (TracingAgent agent : values()) {
			if (ClassUtils.isPresent(agent.entryPoint, classLoader)) {
				return agent;
			}
		}
		return null;
	}

	/**
	 * What people call it.
	 * @return its name
	 */
	public String displayName() {
		return this.displayName;
	}

}
