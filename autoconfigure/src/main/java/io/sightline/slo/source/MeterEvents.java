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

package io.sightline.slo.source;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.sightline.slo.EventCount;
import io.sightline.slo.InvalidObjectiveException;
import io.sightline.slo.Objective;
import org.jspecify.annotations.Nullable;

/**
 * The events of one objective that is about meters.
 */
final class MeterEvents {

	private final TrackedObjective objective;

	private final MeterRegistry registry;

	private final Map<Meter.Id, MeterCount> last = new HashMap<>();

	MeterEvents(TrackedObjective objective, MeterRegistry registry) {
		this.objective = objective;
		this.registry = registry;
	}

	void check() {
		Collection<Meter> meters = this.registry.find(name()).meters();
		if (meters.isEmpty()) {
			throw invalid("there is no meter '" + name() + "'.",
					"Register it when the application starts, or correct match.meter.");
		}
		if (threshold() == null) {
			return;
		}
		if (!SloMeters.keepsBuckets(this.registry)) {
			throw invalid("the latency of a meter is read from its buckets, which no registry here keeps.",
					"Add micrometer-registry-prometheus, or record an observation and set match.observation.");
		}
		if (meters.stream().noneMatch((meter) -> fast(meter) >= 0)) {
			throw invalid("the meter '" + name() + "' has no bucket of " + threshold() + ".",
					"Register it as a Timer, after the meter filters are in place.");
		}
	}

	private InvalidObjectiveException invalid(String reason, String action) {
		return new InvalidObjectiveException(objective().name(), reason, action);
	}

	void poll() {
		for (Meter meter : this.registry.find(name()).meters()) {
			MeterCount before = this.last.getOrDefault(meter.getId(), MeterCount.NONE);
			MeterCount now = count(meter);
			EventCount events = now.since(before);
			this.last.put(meter.getId(), now.after(before));
			this.objective.tracker().add(events.good(), events.bad());
		}
	}

	private MeterCount count(Meter meter) {
		Meter.Id id = meter.getId();
		Verdict verdict = this.objective.definition().judge(id::getTag, null, 0);
		if (verdict == Verdict.IGNORED) {
			return MeterCount.NONE;
		}
		long total = total(meter);
		if (threshold() == null) {
			return (verdict == Verdict.BAD) ? new MeterCount(total, 0, total) : new MeterCount(total, total, 0);
		}
		return MeterCount.ofLatency(total, Math.max(0, fast(meter)));
	}

	private static long total(Meter meter) {
		return meter
			.match((gauge) -> 0.0, Counter::count, (timer) -> (double) timer.count(),
					(DistributionSummary summary) -> (double) summary.count(), (task) -> 0.0, (gauge) -> 0.0,
					FunctionCounter::count, FunctionTimer::count, (other) -> 0.0)
			.longValue();
	}

	private long fast(Meter meter) {
		Duration threshold = threshold();
		if (threshold != null && meter instanceof Timer timer) {
			for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
				if ((long) bucket.bucket(TimeUnit.NANOSECONDS) == threshold.toNanos()) {
					return (long) bucket.count();
				}
			}
		}
		return -1;
	}

	private String name() {
		return this.objective.definition().match().name();
	}

	private @Nullable Duration threshold() {
		return objective().threshold();
	}

	private Objective objective() {
		return this.objective.definition().objective();
	}

}
