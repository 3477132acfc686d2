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

package io.sightline.metrics.cardinality;

import java.util.concurrent.ForkJoinPool;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The meters that have reached a limit as {@code sightline.cardinality.overflow}.
 */
public final class CardinalityMetrics implements MeterBinder {

	private static final String NAME = "sightline.cardinality.overflow";

	private final CardinalityReport report;

	/**
	 * Creates a binder.
	 * @param report who reached a limit
	 */
	public CardinalityMetrics(CardinalityReport report) {
		this.report = report;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		// A limit is reached while a registry adds a meter. A composite would wait for
		// itself for ever if another were added by the same thread.
		this.report.onOverflow((meter) -> ForkJoinPool.commonPool().execute(() -> register(registry, meter)));
	}

	private void register(MeterRegistry registry, String meter) {
		if (registry.find(NAME).tag("meter", meter).functionCounter() != null) {
			return;
		}
		FunctionCounter.builder(NAME, this.report, (report) -> report.overflows(meter))
			.description("How often a meter was looked up beyond its limit of series")
			.tag("meter", meter)
			.register(registry);
	}

}
