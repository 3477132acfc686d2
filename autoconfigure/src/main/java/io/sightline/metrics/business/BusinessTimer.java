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

package io.sightline.metrics.business;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Records how long something takes.
 */
public final class BusinessTimer {

	private final MeterRegistry registry;

	private final BusinessSeries series;

	BusinessTimer(MeterRegistry registry, BusinessSeries series) {
		this.registry = registry;
		this.series = series;
	}

	/**
	 * Records a duration.
	 * @param duration how long it took
	 * @param tags keys and values
	 */
	public void record(Duration duration, String... tags) {
		Timer.builder(this.series.name())
			.description(this.series.description())
			.tags(this.series.tags(tags))
			.register(this.registry)
			.record(duration);
	}

}
