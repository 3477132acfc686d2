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

import java.util.List;

import io.micrometer.tracing.Tracer;
import io.sightline.metrics.SampledScopeGroup;
import io.sightline.tracing.BootBeans;
import io.sightline.tracing.FirstOfClassGroup;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties.Exemplars.Include;
import org.springframework.util.ClassUtils;

/**
 * Puts {@link SampledScopeGroup} in the place of Boot's group, where what asks for the
 * current span while a meter is recorded is known: Boot's own exemplars, of sampled
 * traces only.
 */
final class SampledScopePostProcessor implements BeanPostProcessor {

	private static final String BOOT = "tracingObservationHandlerGroup";

	private static final List<String> ASKING = List.of("io.micrometer.core.instrument.MeterRegistry",
			"io.prometheus.metrics.tracer.common.SpanContext", "io.micrometer.registry.otlp.ExemplarContextProvider");

	private final ConfigurableListableBeanFactory beans;

	/**
	 * Creates a post-processor.
	 * @param beans the beans
	 */
	SampledScopePostProcessor(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (BOOT.equals(beanName) && bean instanceof ObservationHandlerGroup group
				&& bean.getClass().getName().startsWith("org.springframework.boot.")) {
			return new SampledScopeGroup(new FirstOfClassGroup(group), this.beans.getBeanProvider(Tracer.class),
					this::areExemplarsBoots);
		}
		return bean;
	}

	/**
	 * Whether nobody but Boot asks for the current span. Only known once the registries
	 * are there.
	 */
	private boolean areExemplarsBoots() {
		TracingProperties properties = this.beans.getBeanProvider(TracingProperties.class).getIfUnique();
		return properties != null && properties.getExemplars().getInclude() != Include.ALL
				&& ASKING.stream().allMatch(this::isBootsOrMissing);
	}

	private boolean isBootsOrMissing(String name) {
		ClassLoader loader = this.beans.getBeanClassLoader();
		return !ClassUtils.isPresent(name, loader)
				|| new BootBeans(this.beans).makeAll(ClassUtils.resolveClassName(name, loader));
	}

}
