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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.sightline.health.HealthStatus;
import io.sightline.health.autoconfigure.ConfiguredChecks.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;

/**
 * Adds to groups what the settings of checks say, and deadlocks to liveness.
 */
final class GroupMembers implements HealthEndpointGroupsPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(GroupMembers.class);

	private final ObjectProvider<ConfiguredChecks> configured;

	GroupMembers(ObjectProvider<ConfiguredChecks> configured) {
		this.configured = configured;
	}

	@Override
	public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
		Map<String, Predicate<String>> members = new LinkedHashMap<>();
		members.put(LivenessRule.LIVENESS, "deadlock"::equals);
		this.configured.getObject().groups().forEach((group, checks) -> {
			if (!groups.getNames().contains(group)) {
				String key = checks.iterator().next().key() + ".groups";
				throw InvalidHealthProperty.unknown(key, "health group", group, groups.getNames());
			}
			members.merge(group, anyOf(checks), Predicate::or);
		});
		StatusAggregator aggregator = groups.getPrimary().getStatusAggregator();
		if (!HealthStatus.DEGRADED.equals(aggregator.getAggregateStatus(Status.UP, HealthStatus.DEGRADED))) {
			logger.warn("The overall health does not tell when a check is degraded: add DEGRADED before UP to "
					+ "management.endpoint.health.status.order");
		}
		return new ExtendedHealthEndpointGroups(groups, members);
	}

	private static Predicate<String> anyOf(Set<Named> checks) {
		return (name) -> checks.stream().anyMatch((check) -> check.covers(name));
	}

}
