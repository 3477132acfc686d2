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

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupHealthEndpointGroups}.
 */
class StartupHealthEndpointGroupsTests {

	private final HealthEndpointGroup primary = Mockito.mock(HealthEndpointGroup.class);

	private final HealthEndpointGroup own = Mockito.mock(HealthEndpointGroup.class);

	@Test
	void addsGroupToOthers() {
		HealthEndpointGroups groups = decorate(Map.of("liveness", this.own), false);
		assertThat(groups.getNames()).containsExactlyInAnyOrder("liveness", "startup");
		assertThat(groups.get("liveness")).isSameAs(this.own);
		assertThat(groups.getPrimary()).isSameAs(this.primary);
		assertThat(groups.get("unknown")).isNull();
	}

	@Test
	void hasStartupStateAsItsOnlyMember() {
		HealthEndpointGroup startup = startup(false);
		assertThat(startup.isMember("startupState")).isTrue();
		assertThat(startup.isMember("db")).isFalse();
	}

	@Test
	void answersLikeBootsGroups() {
		HealthEndpointGroup startup = startup(false);
		assertThat(startup.getHttpCodeStatusMapper().getStatusCode(Status.OUT_OF_SERVICE)).isEqualTo(503);
		assertThat(startup.getStatusAggregator().getAggregateStatus(Status.UP, Status.DOWN)).isEqualTo(Status.DOWN);
		assertThat(startup.showDetails(SecurityContext.NONE)).isFalse();
	}

	@Test
	void hasPathOnlyWhenAskedFor() {
		assertThat(startup(true).getAdditionalPath()).hasToString("server:/startupz");
		assertThat(startup(false).getAdditionalPath()).isNull();
	}

	@Test
	void keepsGroupOfTheSameName() {
		HealthEndpointGroups groups = decorate(Map.of("startup", this.own), true);
		assertThat(groups.get("startup")).isSameAs(this.own);
		assertThat(groups.getNames()).containsExactly("startup");
	}

	private HealthEndpointGroup startup(boolean additionalPath) {
		HealthEndpointGroup group = decorate(Map.of(), additionalPath).get("startup");
		assertThat(group).isNotNull();
		return group;
	}

	private HealthEndpointGroups decorate(Map<String, HealthEndpointGroup> groups, boolean additionalPath) {
		HealthEndpointGroups delegate = HealthEndpointGroups.of(this.primary, groups);
		assertThat(delegate.getNames()).isEqualTo(Set.copyOf(groups.keySet()));
		return new StartupHealthEndpointGroups(delegate, additionalPath);
	}

}
