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

import io.micrometer.observation.ObservationPredicate;
import io.sightline.health.CheckThreads;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that keeps what checks do out of
 * traces and request meters: with guards, no request is above it that could be noise.
 */
@AutoConfiguration
@ConditionalOnClass({ HealthIndicator.class, ObservationPredicate.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "health.enabled" }, matchIfMissing = true)
public final class HealthObservationAutoConfiguration {

	@Bean
	ObservationPredicate sightlineHealthObservationPredicate() {
		return (name, context) -> !CheckThreads.isCurrent();
	}

}
