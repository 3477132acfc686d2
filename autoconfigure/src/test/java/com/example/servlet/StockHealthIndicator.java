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

package com.example.servlet;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * A check that is observed itself, as a database driver's would be.
 */
@Component
class StockHealthIndicator implements HealthIndicator {

	private final ObservationRegistry observations;

	StockHealthIndicator(ObservationRegistry observations) {
		this.observations = observations;
	}

	@Override
	public Health health() {
		Observation.createNotStarted("stock.check", this.observations).observe(() -> {
		});
		return Health.up().build();
	}

}
