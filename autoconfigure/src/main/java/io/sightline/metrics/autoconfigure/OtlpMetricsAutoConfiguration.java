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
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.sightline.metrics.otlp.OutageLoggingSender;
import io.sightline.report.DeliverySource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that makes a failing delivery of
 * metrics over OTLP one line of the log, whoever delivers.
 */
@AutoConfiguration
@ConditionalOnClass({ MeterRegistry.class, OtlpMetricsSender.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "metrics.enabled" }, matchIfMissing = true)
public final class OtlpMetricsAutoConfiguration {

	@Bean
	static BeanPostProcessor sightlineOtlpSenderPostProcessor() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof OtlpMetricsSender sender && !(bean instanceof OutageLoggingSender))
						? new OutageLoggingSender(sender) : bean;
			}

		};
	}

	@Bean
	DeliverySource sightlineMetricDeliveries(ObjectProvider<OtlpMetricsSender> senders) {
		return () -> senders.stream()
			.filter(OutageLoggingSender.class::isInstance)
			.flatMap((sender) -> ((OutageLoggingSender) sender).deliveries().stream())
			.toList();
	}

}
