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
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

/**
 * Good and bad events.
 *
 * @param good the good ones
 * @param bad the bad ones
 */
public record EventCount(long good, long bad) {

	static final MathContext PRECISION = new MathContext(12);

	/**
	 * All events.
	 * @return the number
	 */
	public long total() {
		return this.good + this.bad;
	}

	/**
	 * The share of bad events.
	 * @return the ratio; {@code null} without events
	 */
	public @Nullable BigDecimal errorRatio() {
		return (total() > 0) ? BigDecimal.valueOf(this.bad).divide(BigDecimal.valueOf(total()), PRECISION) : null;
	}

	/**
	 * How many times faster than its budget allows the error ratio burns it.
	 * @param budget the error budget
	 * @return the burn rate; {@code null} without events
	 */
	@Nullable BigDecimal burnRate(BigDecimal budget) {
		return (total() > 0)
				? BigDecimal.valueOf(this.bad).divide(budget.multiply(BigDecimal.valueOf(total())), PRECISION) : null;
	}

}
