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

package io.sightline.ledger;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many bytes the items of a signal have as they leave, on the average. Safe for use
 * by multiple threads, without locks.
 */
public final class ItemSize {

	private final LongAdder items = new LongAdder();

	private final LongAdder bytes = new LongAdder();

	/**
	 * Takes note of items that were rendered.
	 * @param count how many
	 * @param size how many bytes they have together
	 */
	public void add(long count, long size) {
		this.items.add(count);
		this.bytes.add(size);
	}

	/**
	 * The bytes of one item.
	 * @return the average since the start, not a number if none was rendered
	 */
	public double mean() {
		long count = this.items.sum();
		return (count > 0) ? (double) this.bytes.sum() / count : Double.NaN;
	}

}
