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

package io.sightline.slo.alert.autoconfigure;

import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.slo.alert.AlertDelivery;
import io.sightline.slo.alert.AlertRule;
import io.sightline.slo.alert.AlertRules;
import io.sightline.slo.alert.LoggingChannel;
import io.sightline.slo.alert.NotificationChannel;
import io.sightline.slo.autoconfigure.SloAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for alerts inside the application:
 * the rules of {@code sightline.alerts.rules}, beans of type {@link AlertRule}, and
 * budgets that burn, told to every {@link NotificationChannel}. Without a channel they go
 * to the log.
 */
@AutoConfiguration(after = { CompositeMeterRegistryAutoConfiguration.class, SloAutoConfiguration.class })
@ConditionalOnClass({ MeterRegistry.class, CompositeMeterRegistryAutoConfiguration.class })
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "alerts.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(AlertsProperties.class)
public final class AlertsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(NotificationChannel.class)
	LoggingChannel alertLoggingChannel() {
		return new LoggingChannel();
	}

	@Bean
	@ConditionalOnMissingBean
	AlertDelivery alertDelivery(ObjectProvider<NotificationChannel> channels, MeterRegistry registry) {
		return new AlertDelivery(channels.orderedStream().toList(), registry);
	}

	@Bean
	@ConditionalOnMissingBean
	AlertRules alertRules(AlertsProperties properties, ObjectProvider<AlertRule> rules, MeterRegistry registry) {
		return new AlertRules(
				Stream.concat(ConfiguredAlertRules.of(properties).stream(), rules.orderedStream()).toList(), registry,
				System::nanoTime);
	}

	@Bean
	@ConditionalOnMissingBean
	AlertSchedule alertSchedule(AlertRules rules, AlertDelivery delivery, AlertsProperties properties) {
		return new AlertSchedule(rules, delivery, properties.interval());
	}

}
