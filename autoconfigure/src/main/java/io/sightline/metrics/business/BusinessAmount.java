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

import java.math.BigDecimal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Adds up amounts.
 */
public final class BusinessAmount {

	private final MeterRegistry registry;

	private final BusinessSeries series;

	BusinessAmount(MeterRegistry registry, BusinessSeries series) {
		this.registry = registry;
		this.series = series;
	}

	/**
	 * Adds an amount. A sum only grows: what is below zero counts for nothing.
	 * @param amount the amount
	 * @param tags keys and values
	 */
	public void add(double amount, String... tags) {
		Counter.builder(this.series.name())
			.description(this.series.description())
			.baseUnit(this.series.unit())
			.tags(this.series.tags(tags))
			.register(this.registry)
			.increment(Math.max(0, amount));
	}

	/**
	 * Adds an amount.
	 * @param amount the amount
	 * @param tags keys and values
	 */
	public void add(BigDecimal amount, String... tags) {
		add(amount.doubleValue(), tags);
	}

}
