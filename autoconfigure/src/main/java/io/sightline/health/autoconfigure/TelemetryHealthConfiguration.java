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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.sightline.health.check.TelemetryHealthIndicator;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.async.AsyncDelivery;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The check of the telemetry itself: that of the logs, whose account is older than any
 * context, and of every {@link SignalLedger} bean.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(LoggerContext.class)
class TelemetryHealthConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "telemetryHealthIndicator")
	@ConditionalOnEnabledHealthIndicator(ConfiguredChecks.TELEMETRY)
	TelemetryHealthIndicator telemetryHealthIndicator(ObjectProvider<SignalLedger> ledgers) {
		return new TelemetryHealthIndicator(() -> ledgers(ledgers));
	}

	private static List<SignalLedger> ledgers(ObjectProvider<SignalLedger> beans) {
		Map<String, SignalLedger> bySignal = new LinkedHashMap<>();
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LoggerContext context
				&& context.getObject(AsyncDelivery.class.getName()) instanceof AsyncDelivery delivery) {
			bySignal.put(delivery.ledger().signal(), delivery.ledger());
		}
		beans.orderedStream().forEach((ledger) -> bySignal.putIfAbsent(ledger.signal(), ledger));
		return new ArrayList<>(bySignal.values());
	}

}
