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

package io.sightline.metrics;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.noop.NoopTimer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.sightline.metrics.cardinality.CardinalityLimit;
import org.jspecify.annotations.Nullable;

/**
 * Records the same timers as Micrometer's own handler, and remembers which one belongs to
 * which name, key-values and error, in place of making tags and asking the registry each
 * time. Remembers {@value #MAX_TIMERS} at most, and none that stands for others beyond a
 * limit; the rest is looked up. A meter that is removed is forgotten.
 * <p>
 * Safe for use by several threads; takes no lock once a timer is known.
 */
public final class CachedTimerObservationHandler extends DefaultMeterObservationHandler {

	static final int MAX_TIMERS = 2_000;

	private final MeterRegistry registry;

	private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

	/**
	 * Creates a handler.
	 * @param registry has the timers
	 * @param ignored meters that are not to be made
	 */
	public CachedTimerObservationHandler(MeterRegistry registry, IgnoredMeters... ignored) {
		super(registry, ignored);
		this.registry = registry;
		registry.config().onMeterRemoved((meter) -> this.timers.values().removeIf((timer) -> timer == meter));
	}

	@Override
	public void onStop(Observation.Context context) {
		Timer.Sample sample = context.getRequired(Timer.Sample.class);
		sample.stop(timer(context));
		LongTaskTimer.Sample task = context.get(LongTaskTimer.Sample.class);
		if (task != null) {
			task.stop();
		}
	}

	private Timer timer(Observation.Context context) {
		Key key = new Key(Objects.requireNonNullElse(context.getName(), ""), context.getLowCardinalityKeyValues(),
				error(context.getError()));
		Timer timer = this.timers.get(key);
		return (timer != null) ? timer : lookUp(key);
	}

	private Timer lookUp(Key key) {
		Timer timer = this.registry.timer(key.name(), key.tags());
		if (timer instanceof NoopTimer || isOverflow(timer)) {
			return timer;
		}
		if (this.timers.size() >= MAX_TIMERS) {
			this.timers.clear();
		}
		this.timers.put(key, timer);
		Timer now = this.registry.timer(key.name(), key.tags());
		if (now != timer) {
			// Removed before it was remembered.
			this.timers.remove(key);
		}
		return now;
	}

	private static boolean isOverflow(Timer timer) {
		for (Tag tag : timer.getId().getTagsAsIterable()) {
			if (CardinalityLimit.OVERFLOW.equals(tag.getValue())) {
				return true;
			}
		}
		return false;
	}

	private static String error(@Nullable Throwable error) {
		return (error != null) ? error.getClass().getSimpleName() : KeyValue.NONE_VALUE;
	}

	private record Key(String name, KeyValues keyValues, String error) {

		/**
		 * Written out, as that of a record is put together at run time of parts that the
		 * compiler seldom joins.
		 */
		@Override
		public int hashCode() {
			return (this.name.hashCode() * 31 + this.keyValues.hashCode()) * 31 + this.error.hashCode();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.name.equals(key.name) && this.error.equals(key.error)
					&& this.keyValues.equals(key.keyValues);
		}

		Tags tags() {
			return Tags.of(this.keyValues.stream().map((pair) -> Tag.of(pair.getKey(), pair.getValue())).toList())
				.and("error", this.error);
		}

	}

}
