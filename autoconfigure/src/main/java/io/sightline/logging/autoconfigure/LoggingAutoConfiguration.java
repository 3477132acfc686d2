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

package io.sightline.logging.autoconfigure;

import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sightline.ledger.LedgerMetrics;
import io.sightline.ledger.LedgerSource;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.async.AsyncDelivery;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.QueueFill;
import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for structured logging. Logging
 * starts before any bean exists; what is here makes its properties known to the context.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "logging.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(LoggingProperties.class)
public final class LoggingAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class LogRedactionConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "sightlineLogRedaction")
		SmartInitializingSingleton sightlineLogRedaction(ObjectProvider<RedactionPolicy> policies) {
			return () -> {
				LogRedaction redaction = LogRedaction.current();
				if (redaction != null) {
					policies.ifUnique(redaction::use);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class LedgerConfiguration {

		@Bean
		LedgerSource sightlineLogLedgers() {
			return LedgerConfiguration::ledgers;
		}

		static List<SignalLedger> ledgers() {
			AsyncDelivery delivery = delivery();
			return (delivery != null) ? List.of(delivery.ledger()) : List.of();
		}

		static @Nullable AsyncDelivery delivery() {
			ILoggerFactory factory = LoggerFactory.getILoggerFactory();
			return (factory instanceof LoggerContext context
					&& context.getObject(AsyncDelivery.class.getName()) instanceof AsyncDelivery delivery) ? delivery
							: null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class PressureConfiguration {

		@Bean
		QueueFill sightlineLogQueueFill() {
			return () -> LedgerConfiguration.ledgers()
				.stream()
				.mapToDouble((ledger) -> (double) ledger.queued() / ledger.capacity())
				.findFirst()
				.orElse(0);
		}

		@Bean
		@ConditionalOnMissingBean(name = "sightlineLogPressure")
		SmartInitializingSingleton sightlineLogPressure(ObjectProvider<Pressure> pressures) {
			return () -> {
				AsyncDelivery delivery = LedgerConfiguration.delivery();
				if (delivery != null) {
					pressures.ifUnique(delivery::follow);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ LoggerContext.class, MeterBinder.class })
	static class LedgerMetricsConfiguration {

		@Bean
		MeterBinder sightlineLogLedgerMetrics() {
			return (registry) -> LedgerConfiguration.ledgers()
				.forEach((ledger) -> new LedgerMetrics(ledger).bindTo(registry));
		}

	}

}
