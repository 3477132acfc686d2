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

package io.sightline.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.boot.health.contributor.Status;

/**
 * Health as meters: the status of each check, and how long its runs take.
 */
public final class HealthMetrics implements CheckListener {

	private final MeterRegistry registry;

	private final Map<String, Meters> meters = new ConcurrentHashMap<>();

	/**
	 * Creates a listener.
	 * @param registry where the meters go
	 */
	public HealthMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void added(String check, Supplier<Status> status) {
		Gauge gauge = Gauge.builder("sightline.health.status", () -> HealthStatus.toNumber(status.get()))
			.description("Status of a check: 1 up, 0.5 degraded, 0 down")
			.tag("check", check)
			.register(this.registry);
		Timer timer = Timer.builder("sightline.health.check.duration")
			.description("Time that runs of a check take")
			.tag("check", check)
			.register(this.registry);
		this.meters.put(check, new Meters(gauge, timer));
	}

	@Override
	public void removed(String check) {
		Meters gone = this.meters.remove(check);
		if (gone != null) {
			gone.all().forEach(this.registry::remove);
		}
	}

	@Override
	public void ran(String check, Duration duration) {
		Meters present = this.meters.get(check);
		if (present != null) {
			present.timer().record(duration);
		}
	}

	private record Meters(Gauge gauge, Timer timer) {

		List<Meter> all() {
			return List.of(this.gauge, this.timer);
		}

	}

}
