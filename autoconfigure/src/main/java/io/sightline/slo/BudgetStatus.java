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

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a budget.
 *
 * @param remaining the share that is left if the period goes on as it was observed;
 * negative when overspent, {@code null} without events
 * @param remainingByCoverage the share of a whole period's budget that is left, if the
 * traffic of the time not observed is like the observed; {@code null} without events
 * @param remainingEvents the events that may still be bad, of those observed; negative
 * when overspent
 * @param timeToExhaustion when nothing is left if the last hour goes on; {@code null}
 * when it never comes to that
 * @param coverage the share of the period that was seen, between 0 and 1
 */
public record BudgetStatus(@Nullable BigDecimal remaining, @Nullable BigDecimal remainingByCoverage,
		BigDecimal remainingEvents, @Nullable Duration timeToExhaustion, BigDecimal coverage) {

	/**
	 * Whether not the whole period was seen.
	 * @return {@code true} if part is missing
	 */
	public boolean isPartial() {
		return this.coverage.compareTo(BigDecimal.ONE) < 0;
	}

	boolean isExhausted() {
		return this.remainingByCoverage != null && this.remainingByCoverage.signum() <= 0;
	}

}
