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
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * An objective burns its budget too fast, as this instance sees it. Published in the
 * application, for reactions such as switching something expensive off; people are told
 * by alerts on all instances.
 *
 * @param tier the fastest tier that fires
 * @param status the objective
 */
public record SloBurnRateEvent(BurnTier tier, SloStatus status) {

	/**
	 * The objective in words.
	 * @return one sentence
	 */
	public String message() {
		Objective objective = this.status.objective();
		return "Objective '%s' (%s %%) burns its error budget more than %s times too fast over %s and %s; %s".formatted(
				objective.name(), objective.target().toPlainString(), this.tier.factor(objective).toPlainString(),
				SloWindows.label(this.tier.longWindow()), SloWindows.label(this.tier.shortWindow()),
				left(this.status.budget().timeToExhaustion()));
	}

	private static String left(@Nullable Duration time) {
		if (time == null) {
			return "the budget lasts";
		}
		return time.isZero() ? "the budget is spent"
				: String.format(Locale.ROOT, "at this rate it is gone in %.1f hours", time.toMinutes() / 60.0);
	}

}
