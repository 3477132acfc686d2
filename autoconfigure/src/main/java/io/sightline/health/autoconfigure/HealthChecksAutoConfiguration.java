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

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;

import io.sightline.health.CheckSettings;
import io.sightline.health.check.DeadlockHealthIndicator;
import io.sightline.health.check.DiskHealthIndicator;
import io.sightline.health.check.MemoryHealthIndicator;
import io.sightline.health.check.QueueDepth;
import io.sightline.health.check.QueueHealthIndicator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthIndicatorProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for checks of what Boot does not
 * check. Each goes with {@code management.health.<name>.enabled=false} or is replaced by
 * a bean of its name.
 */
@AutoConfiguration(before = DiskSpaceHealthContributorAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, DiskSpaceHealthContributorAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "health.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ HealthProperties.class, DiskSpaceHealthIndicatorProperties.class })
@Import({ DownstreamHealthConfiguration.class, TelemetryHealthConfiguration.class })
public final class HealthChecksAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "memoryHealthIndicator")
	@ConditionalOnEnabledHealthIndicator("memory")
	MemoryHealthIndicator memoryHealthIndicator(HealthProperties properties) {
		return new MemoryHealthIndicator(ManagementFactory.getMemoryPoolMXBeans(), properties.memory().thresholds());
	}

	@Bean
	@ConditionalOnMissingBean(name = "diskSpaceHealthIndicator")
	@ConditionalOnEnabledHealthIndicator("diskspace")
	DiskHealthIndicator diskSpaceHealthIndicator(HealthProperties properties, DiskSpaceHealthIndicatorProperties disk) {
		return new DiskHealthIndicator(disk.getPath(), disk.getThreshold(), properties.disk().thresholds());
	}

	@Bean
	@ConditionalOnMissingBean(name = "deadlockHealthIndicator")
	@ConditionalOnEnabledHealthIndicator("deadlock")
	DeadlockHealthIndicator deadlockHealthIndicator() {
		return new DeadlockHealthIndicator(ManagementFactory.getThreadMXBean(), CheckSettings.DEFAULT.cache());
	}

	@Bean
	@ConditionalOnMissingBean(name = "queuesHealthContributor")
	@ConditionalOnEnabledHealthIndicator("queues")
	CompositeHealthContributor queuesHealthContributor(HealthProperties properties, ObjectProvider<QueueDepth> queues) {
		List<QueueDepth> all = queues.orderedStream().toList();
		return CompositeHealthContributor.fromMap(all.stream()
			.collect(Collectors.toMap(QueueDepth::name,
					(queue) -> new QueueHealthIndicator(queue, properties.queues().thresholds()))));
	}

}
