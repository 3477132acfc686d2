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

package io.sightline.health.autoconfigure;

import java.util.List;

import io.sightline.health.ProcessState;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * Refuses to start when liveness depends on anything but the process: an outage of
 * something external would restart every instance, and none would be better for it.
 */
final class LivenessRule implements SmartInitializingSingleton {

	static final String LIVENESS = "liveness";

	private final HealthEndpointGroups groups;

	private final AllChecks all;

	private final ConfiguredChecks configured;

	LivenessRule(HealthEndpointGroups groups, AllChecks all, ConfiguredChecks configured) {
		this.groups = groups;
		this.all = all;
		this.configured = configured;
	}

	@Override
	public void afterSingletonsInstantiated() {
		HealthEndpointGroup liveness = this.groups.get(LIVENESS);
		if (liveness == null) {
			return;
		}
		List<String> external = this.all.indicators()
			.entrySet()
			.stream()
			.filter((entry) -> liveness.isMember(entry.getKey()) && !ProcessState.is(entry.getValue())
					&& this.configured.isExternal(entry.getKey()))
			.map((entry) -> "'" + entry.getKey() + "'")
			.toList();
		if (!external.isEmpty()) {
			throw refusal(String.join(", ", external));
		}
	}

	private static FailureAnalyzedException refusal(String checks) {
		return new FailureAnalyzedException(
				("The health group 'liveness' contains %s, which may depend on something outside of the process. When"
						+ " that fails, Kubernetes restarts every instance at once, which repairs nothing.")
					.formatted(checks),
				("Take the check out of 'management.endpoint.health.group.liveness.include' or out of its own 'groups',"
						+ " and add it to 'readiness' if the application cannot serve without it. If it looks at nothing"
						+ " but the process, say so: 'sightline.health.checks.<name>.external=false'."));
	}

}
