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

package io.sightline.slo;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Decides when a burning budget is worth telling: once for each tier and cool-down, and
 * only of the fastest tier that fires.
 */
public final class BurnWatch {

	private final long coolDown;

	private final LongSupplier clock;

	private final Map<String, Long> told = new HashMap<>();

	/**
	 * Creates a watch.
	 * @param coolDown time during which the same is not told again
	 * @param clock nanoseconds of a clock that never goes back
	 */
	public BurnWatch(Duration coolDown, LongSupplier clock) {
		this.coolDown = coolDown.toNanos();
		this.clock = clock;
	}

	/**
	 * Looks at an objective.
	 * @param status the objective now
	 * @return what to tell, if anything
	 */
	public Optional<SloBurnRateEvent> look(SloStatus status) {
		return status.tiers()
			.stream()
			.filter(TierStatus::firing)
			.map(TierStatus::tier)
			.min(Comparator.naturalOrder())
			.filter((tier) -> isNews(status.objective().name() + ' ' + tier))
			.map((tier) -> new SloBurnRateEvent(tier, status));
	}

	private boolean isNews(String what) {
		long now = this.clock.getAsLong();
		Long last = this.told.get(what);
		if (last != null && now - last < this.coolDown) {
			return false;
		}
		this.told.put(what, now);
		return true;
	}

}
