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

package io.sightline.pressure;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Pressure as meters: which resource is short, how much of each is in use, and how much
 * detail was left out.
 */
public final class PressureMetrics implements MeterBinder {

	private final Pressure pressure;

	private final PressureWatch watch;

	/**
	 * Creates a binder.
	 * @param pressure knows what was left out
	 * @param watch knows why
	 */
	public PressureMetrics(Pressure pressure, PressureWatch watch) {
		this.pressure = pressure;
		this.watch = watch;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (PressureWatch.Reading reading : this.watch.readings()) {
			bind(registry, reading.resource());
		}
		for (Detail detail : Detail.values()) {
			FunctionCounter.builder("sightline.pressure.shed", this.pressure, (pressure) -> pressure.shed(detail))
				.description("Detail that telemetry left out under pressure")
				.tag("detail", detail.label())
				.register(registry);
		}
	}

	private void bind(MeterRegistry registry, Resource resource) {
		Gauge
			.builder("sightline.pressure.short", this.pressure,
					(pressure) -> pressure.shortages().contains(resource) ? 1 : 0)
			.description("Whether the application is short of a resource, so that telemetry leaves out detail")
			.tag("resource", resource.label())
			.register(registry);
		Gauge.builder("sightline.pressure.load", this.watch, (watch) -> load(watch, resource))
			.description("Share of a resource that is in use, as telemetry sees it")
			.tag("resource", resource.label())
			.register(registry);
	}

	private static double load(PressureWatch watch, Resource resource) {
		return watch.readings()
			.stream()
			.filter((reading) -> reading.resource() == resource)
			.mapToDouble(PressureWatch.Reading::load)
			.findFirst()
			.orElse(Double.NaN);
	}

}
