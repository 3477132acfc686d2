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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.IdentityAutoConfiguration;
import io.sightline.metrics.BuildInfoMetrics;
import io.sightline.metrics.DefaultBuckets;
import io.sightline.metrics.DeploymentMetrics;
import io.sightline.metrics.Queues;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for latency buckets, build
 * information, queues and executors. Backs off for beans of their types.
 */
@AutoConfiguration(after = { CompositeMeterRegistryAutoConfiguration.class, IdentityAutoConfiguration.class })
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "metrics.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(MetricsProperties.class)
public final class SightlineMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DefaultBuckets sightlineDefaultBuckets(MetricsProperties properties) {
		return new DefaultBuckets(properties.bucketMeters(), properties.buckets(), properties.meterBuckets());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ServiceIdentity.class)
	BuildInfoMetrics sightlineBuildInfoMetrics(ServiceIdentity identity) {
		return new BuildInfoMetrics(identity, SpringBootVersion.getVersion());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ServiceIdentity.class)
	DeploymentMetrics sightlineDeploymentMetrics(ServiceIdentity identity) {
		return new DeploymentMetrics(identity);
	}

	@Bean
	@ConditionalOnMissingBean
	Queues sightlineQueues(MeterRegistry registry) {
		return new Queues(registry);
	}

	@Bean
	static ExecutorMetersPostProcessor sightlineExecutorMetersPostProcessor() {
		return new ExecutorMetersPostProcessor();
	}

	@Bean
	static TimerCachePostProcessor sightlineTimerCachePostProcessor(ObjectProvider<MeterRegistry> registry,
			ObjectProvider<org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties> properties) {
		return new TimerCachePostProcessor(registry, properties);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Tracer.class, ObservationHandlerGroup.class, TracingProperties.class })
	static class ExemplarConfiguration {

		@Bean
		static SampledScopePostProcessor sightlineSampledScopePostProcessor(ConfigurableListableBeanFactory beans) {
			return new SampledScopePostProcessor(beans);
		}

	}

}
