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

package io.sightline.slo.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.IdentityAutoConfiguration;
import io.sightline.identity.autoconfigure.ServiceIdentities;
import io.sightline.metrics.autoconfigure.SightlineMetricsAutoConfiguration;
import io.sightline.noise.NoisePolicy;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.slo.source.ObjectiveDefinition;
import io.sightline.slo.source.RequestObjectives;
import io.sightline.slo.source.SloBuckets;
import io.sightline.slo.source.SloMeters;
import io.sightline.slo.source.SloMetrics;
import io.sightline.slo.source.SloObservationHandler;
import io.sightline.slo.source.SloTrackers;
import io.sightline.slo.source.TrafficFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that tracks the objectives of the
 * application: those of {@code sightline.slo.objectives}, and beans of type
 * {@link ObjectiveDefinition}. Nothing is counted and no thread runs without one.
 */
@AutoConfiguration(after = { CompositeMeterRegistryAutoConfiguration.class, IdentityAutoConfiguration.class,
		NoiseAutoConfiguration.class, SightlineMetricsAutoConfiguration.class })
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "slo.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ SloProperties.class, SyntheticProperties.class })
public final class SloAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SloTrackers sloTrackers(SloProperties properties, Environment environment,
			ObjectProvider<ObjectiveDefinition> definitions) {
		List<ObjectiveDefinition> all = Stream
			.concat(new ObjectiveDefinitions(properties, environment).read().stream(), definitions.orderedStream())
			.toList();
		return new SloTrackers(all, System::nanoTime);
	}

	@Bean
	@ConditionalOnMissingBean
	TrafficFilter sloTrafficFilter(ObjectProvider<NoisePolicy> noise, SyntheticProperties properties) {
		return new RealTraffic(noise.getIfAvailable(), properties.header());
	}

	@Bean
	@ConditionalOnMissingBean
	SloObservationHandler sloObservationHandler(SloTrackers trackers, TrafficFilter filter) {
		return new SloObservationHandler(trackers, filter);
	}

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SloWideEvents sloWideEvents(SloTrackers trackers) {
		return new SloWideEvents(new RequestObjectives(trackers));
	}

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SloBuckets sloBuckets(SloTrackers trackers) {
		return new SloBuckets(trackers.definitions());
	}

	@Bean
	@ConditionalOnMissingBean
	SloMetrics sloMetrics(SloTrackers trackers) {
		return new SloMetrics(trackers);
	}

	@Bean
	@ConditionalOnMissingBean
	SloSchedule sloSchedule(SloTrackers trackers, MeterRegistry registry, SloProperties properties,
			ApplicationEventPublisher publisher) {
		return SloSchedule.of(trackers, new SloMeters(trackers, registry), properties, publisher);
	}

	/**
	 * The endpoint, where it is exposed.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint
		SloEndpoint sloEndpoint(SloTrackers trackers, SloProperties properties, Environment environment,
				ObjectProvider<ServiceIdentity> identity, ResourceLoader resources) {
			String application = MeteredName.of(environment,
					() -> identity.getIfAvailable(() -> ServiceIdentities.resolve(environment, resources)));
			return new SloEndpoint(application, trackers, properties.ruleSettings(application));
		}

	}

}
