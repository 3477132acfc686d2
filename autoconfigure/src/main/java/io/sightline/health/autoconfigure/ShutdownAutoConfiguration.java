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

import java.time.Duration;

import io.sightline.health.DrainDelay;
import io.sightline.health.ShutdownLine;
import io.sightline.ledger.LedgerSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the shutdown: the readiness of a
 * server is off for a while before it stops, and the last line says how long it took and
 * what was lost. Backs off for beans of their types.
 */
@AutoConfiguration
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "health.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(HealthProperties.class)
public final class ShutdownAutoConfiguration {

	/**
	 * What Boot has when nothing is said.
	 */
	private static final Duration PHASE = Duration.ofSeconds(30);

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnWebApplication
	DrainDelay sightlineDrainDelay(HealthProperties properties, Environment environment) {
		Duration phase = Binder.get(environment)
			.bind(InvalidHealthProperty.PHASE_TIMEOUT, Duration.class)
			.orElse(PHASE);
		InvalidHealthProperty.checkDrainDelay(properties.drainDelay(), phase);
		return new DrainDelay(properties.drainDelay());
	}

	@Bean
	@ConditionalOnMissingBean
	static ShutdownLine sightlineShutdownLine(ApplicationContext context, ObjectProvider<LedgerSource> sources) {
		return new ShutdownLine(context, () -> LedgerSource.all(sources.stream().toList()));
	}

}
