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

package io.sightline.pressure.autoconfigure;

import java.lang.management.ManagementFactory;
import java.util.List;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.sightline.pressure.CpuLoad;
import io.sightline.pressure.HeapLoad;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.PressureMetrics;
import io.sightline.pressure.PressureReport;
import io.sightline.pressure.PressureWatch;
import io.sightline.pressure.QueueFill;
import io.sightline.pressure.QueueLoad;
import io.sightline.pressure.Resource;
import io.sightline.pressure.ResourceGauge;
import io.sightline.report.ReportContributor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what telemetry leaves out while
 * the application is short of something. A {@link PressureWatch} of the application's own
 * looks at other things, and {@link QueueFill} beans add queues.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "pressure.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(PressureProperties.class)
public final class PressureAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Pressure sightlinePressure() {
		return new Pressure();
	}

	@Bean
	@ConditionalOnMissingBean
	PressureWatch sightlinePressureWatch(Pressure pressure, PressureProperties properties,
			ObjectProvider<QueueFill> queues) {
		HeapLoad heap = new HeapLoad(ManagementFactory.getMemoryPoolMXBeans(), Runtime.getRuntime().maxMemory());
		QueueLoad queue = new QueueLoad(SingletonSupplier.of(() -> queues.stream().toList()));
		return new PressureWatch(pressure,
				List.of(new ResourceGauge(Resource.HEAP, heap, properties.heap().limit()),
						new ResourceGauge(Resource.QUEUE, queue, properties.queue().limit()),
						new ResourceGauge(Resource.CPU, new CpuLoad(), properties.cpu().limit())),
				properties.interval(), properties.over());
	}

	@Bean
	PressureLifecycle sightlinePressureLifecycle(PressureWatch watch) {
		return new PressureLifecycle(watch);
	}

	@Bean
	ReportContributor sightlinePressureContributor(Pressure pressure, PressureWatch watch) {
		return new PressureReport(pressure, watch);
	}

	/**
	 * The meters.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetricsConfiguration {

		@Bean
		MeterBinder sightlinePressureMetrics(Pressure pressure, PressureWatch watch) {
			return new PressureMetrics(pressure, watch);
		}

	}

}
