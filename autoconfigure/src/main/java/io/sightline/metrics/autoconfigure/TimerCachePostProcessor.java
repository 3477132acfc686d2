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
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.sightline.metrics.CachedTimerObservationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;

/**
 * Puts {@link CachedTimerObservationHandler} in the place of Boot's handler, which has no
 * condition on a bean of another's. A handler of the application's own is left alone.
 */
final class TimerCachePostProcessor implements BeanPostProcessor {

	private static final String BOOT = "defaultMeterObservationHandler";

	private final ObjectProvider<MeterRegistry> registry;

	private final ObjectProvider<MetricsProperties> properties;

	/**
	 * Creates a post-processor.
	 * @param registry has the timers
	 * @param properties tells what is ignored
	 */
	TimerCachePostProcessor(ObjectProvider<MeterRegistry> registry, ObjectProvider<MetricsProperties> properties) {
		this.registry = registry;
		this.properties = properties;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!BOOT.equals(beanName) || bean.getClass() != DefaultMeterObservationHandler.class) {
			return bean;
		}
		MeterRegistry meters = this.registry.getIfAvailable();
		MetricsProperties metrics = this.properties.getIfAvailable();
		if (meters == null || metrics == null) {
			return bean;
		}
		return new CachedTimerObservationHandler(meters,
				metrics.getObservations().getIgnoredMeters().toArray(IgnoredMeters[]::new));
	}

}
