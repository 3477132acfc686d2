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

import io.sightline.health.check.TelemetryHealthIndicator;
import io.sightline.ledger.LedgerSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The check of the telemetry itself.
 */
@Configuration(proxyBeanMethods = false)
class TelemetryHealthConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "telemetryHealthIndicator")
	@ConditionalOnEnabledHealthIndicator(ConfiguredChecks.TELEMETRY)
	TelemetryHealthIndicator telemetryHealthIndicator(ObjectProvider<LedgerSource> sources) {
		return new TelemetryHealthIndicator(() -> LedgerSource.all(sources.stream().toList()));
	}

}
