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

package io.sightline.console.meters;

import java.util.Arrays;

/**
 * The value of one series at the end of each slot, not a number where it is not known,
 * and by how much it grew in each.
 */
final class Levels {

	private final double[] values;

	private final double[] growth;

	private double last = Double.NaN;

	private double current = Double.NaN;

	private int next;

	private int age;

	private final int holds;

	Levels(Slots slots) {
		this.values = new double[slots.count()];
		this.growth = new double[slots.count()];
		this.holds = slots.holds();
		Arrays.fill(this.values, Double.NaN);
		Arrays.fill(this.growth, Double.NaN);
	}

	/**
	 * Add what is known of a slot; slots come in their order.
	 * @param slot the slot, below 0 for what was before the first
	 * @param first the first value in it
	 * @param end the last
	 * @param ended whether the series ended after that
	 */
	void add(int slot, double first, double end, boolean ended) {
		fill(Math.min(slot, this.values.length));
		if (slot < 0) {
			this.last = end;
			this.current = ended ? Double.NaN : end;
			return;
		}
		if (slot < this.values.length && !Double.isNaN(end)) {
			double before = Double.isNaN(this.last) ? first : this.last;
			// Smaller than before: it began anew.
			this.growth[slot] = (end >= before) ? end - before : end;
			this.last = end;
			this.values[slot] = end;
			this.next = slot + 1;
		}
		this.current = ended ? Double.NaN : end;
		this.age = 0;
	}

	private void fill(int until) {
		while (this.next < until) {
			if (++this.age > this.holds) {
				this.current = Double.NaN;
			}
			if (!Double.isNaN(this.current)) {
				this.values[this.next] = this.current;
				this.growth[this.next] = 0;
			}
			this.next++;
		}
	}

	Levels done() {
		fill(this.values.length);
		return this;
	}

	double value(int slot) {
		return this.values[slot];
	}

	double growth(int slot) {
		return this.growth[slot];
	}

	/**
	 * Return by how much it grew.
	 * @param from the first slot
	 * @param to the slot after the last
	 * @return the growth; not a number if nothing is known
	 */
	double growth(int from, int to) {
		double sum = Double.NaN;
		for (int slot = from; slot < to; slot++) {
			sum = plus(sum, this.growth[slot]);
		}
		return sum;
	}

	/**
	 * Return the last value.
	 * @return the value at the end; not a number if it is not known
	 */
	double latest() {
		return this.values[this.values.length - 1];
	}

	/**
	 * Add what may not be known.
	 * @param sum the sum
	 * @param value what to add
	 * @return the sum of what is known
	 */
	static double plus(double sum, double value) {
		if (Double.isNaN(sum)) {
			return value;
		}
		return Double.isNaN(value) ? sum : sum + value;
	}

}
