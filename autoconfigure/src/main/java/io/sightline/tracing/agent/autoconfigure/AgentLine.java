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

import java.util.List;
import java.util.Map;

import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import io.sightline.tracing.agent.TracingAgent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Says who owns the spans, at start-up and in the wiring report.
 */
final class AgentLine implements SmartInitializingSingleton, ReportContributor {

	private static final Logger logger = LoggerFactory.getLogger(AgentLine.class);

	private final @Nullable TracingAgent agent;

	private final TracingOwner owner;

	AgentLine(@Nullable TracingAgent agent, TracingOwner owner) {
		this.agent = agent;
		this.owner = owner;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.agent == null) {
			return;
		}
		if (ownsTracing()) {
			logger.info(
					"The {} agent makes the spans and propagates traces; Sightline adds logs with its ids, metrics "
							+ "and health. To have the application trace, take the agent off",
					this.agent.displayName());
		}
		else {
			logger.warn(
					"The {} agent and the application both make spans, two for each request, as "
							+ "sightline.tracing.owner=application says: take the agent off, or the property",
					this.agent.displayName());
		}
	}

	@Override
	public String section() {
		return "agent";
	}

	@Override
	public Object details() {
		if (this.agent == null) {
			return Map.of();
		}
		return Map.<String, Object>of("name", this.agent.displayName(), "ownsTracing", ownsTracing());
	}

	@Override
	public List<Finding> findings() {
		if (this.agent == null || ownsTracing()) {
			return List.of();
		}
		return List.of(new Finding("two-tracers", Severity.WARNING,
				"The %s agent and the application both make spans, two for each request"
					.formatted(this.agent.displayName()),
				"Take the agent off, or remove sightline.tracing.owner"));
	}

	private boolean ownsTracing() {
		return this.owner == TracingOwner.AUTO;
	}

}
