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

package io.sightline.console.store;

/**
 * Rows that arrived in a row, and are dropped together: a database gives room back when
 * tables go, not when rows do.
 */
final class Part {

	private final long number;

	private long rows;

	private long bytes;

	private long oldest = Long.MAX_VALUE;

	private long newest = Long.MIN_VALUE;

	Part(long number) {
		this.number = number;
	}

	void add(long addedRows, long addedBytes, long from, long to) {
		if (addedRows > 0) {
			this.rows += addedRows;
			this.bytes += addedBytes;
			this.oldest = Math.min(this.oldest, from);
			this.newest = Math.max(this.newest, to);
		}
	}

	boolean isFull(Bounds bounds, long now) {
		return this.rows >= bounds.partRows() || this.bytes >= bounds.partBytes()
				|| (this.rows > 0 && now - this.oldest >= bounds.partMillis());
	}

	boolean isOutdated(long cutoff) {
		return this.rows > 0 && this.newest < cutoff;
	}

	boolean reachesBeyond(long cutoff) {
		return this.rows > 0 && this.oldest < cutoff;
	}

	long number() {
		return this.number;
	}

	long rows() {
		return this.rows;
	}

	long bytes() {
		return this.bytes;
	}

}
