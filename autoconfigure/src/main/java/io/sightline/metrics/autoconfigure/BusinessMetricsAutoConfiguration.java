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

import java.util.ArrayList;
import java.util.List;

import io.micrometer.common.annotation.ValueResolver;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.metrics.business.BusinessMeter;
import io.sightline.metrics.business.BusinessMeters;
import io.sightline.metrics.business.BusinessMetrics;
import io.sightline.metrics.business.CountedEventAdvisor;

import org.springframework.aop.Advisor;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of business meters: those of the
 * properties and those that are beans of type {@link BusinessMeter}.
 */
@AutoConfiguration(after = CompositeMeterRegistryAutoConfiguration.class)
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "metrics.enabled", "metrics.business.enabled" },
		matchIfMissing = true)
@EnableConfigurationProperties(BusinessProperties.class)
public final class BusinessMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BusinessMeters sightlineBusinessMeters(BusinessProperties properties, ObjectProvider<BusinessMeter> declared) {
		List<BusinessMeter> meters = new ArrayList<>();
		properties.meters().forEach((meter) -> meters.add(meter.toMeter()));
		declared.orderedStream().forEach(meters::add);
		return new BusinessMeters(meters);
	}

	@Bean
	@ConditionalOnMissingBean
	BusinessMetrics sightlineBusinessMetrics(MeterRegistry registry, BusinessMeters meters) {
		return new BusinessMetrics(registry, meters);
	}

	/**
	 * Every bean has its meters by now.
	 */
	@Bean
	SmartInitializingSingleton sightlineBusinessMetricsStart(BusinessMetrics metrics) {
		return metrics::start;
	}

	/**
	 * For methods that count.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Advisor.class)
	static class AnnotationConfiguration {

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static CountedEventAdvisor sightlineCountedEventAdvisor(ObjectProvider<BusinessMeters> meters,
				ObjectProvider<BusinessMetrics> metrics, ObjectProvider<ValueResolver> resolvers) {
			return new CountedEventAdvisor(meters::getObject, metrics::getObject,
					(type) -> resolvers.stream()
						.filter(type::isInstance)
						.findFirst()
						.orElseGet(() -> BeanUtils.instantiateClass(type)));
		}

	}

}
