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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be written: bounded by items and by the bytes in which they came.
 */
final class Backlog {

	/** What is written at once is held twice, and kept beyond the bounds for a moment. */
	private static final int TAKEN = 8192;

	private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();

	private final int maxItems;

	private final long maxBytes;

	private long items;

	private long bytes;

	Backlog(int maxItems, long maxBytes) {
		this.maxItems = maxItems;
		this.maxBytes = maxBytes;
	}

	/**
	 * Add a batch if there is room. When nothing waits there is room for any.
	 * @param batch the batch
	 * @param size the bytes in which it came
	 * @return whether it was added
	 */
	synchronized boolean offer(Batch batch, long size) {
		boolean fits = this.items + batch.size() <= this.maxItems && this.bytes + size <= this.maxBytes;
		if (!fits && this.items > 0) {
			return false;
		}
		this.items += batch.size();
		this.bytes += size;
		return this.entries.offer(new Entry(batch, size));
	}

	/**
	 * Take what waits. It counts as waiting until {@link #done} is called.
	 * @param millis for how long to wait for something
	 * @return batches, none if nothing came
	 * @throws InterruptedException if interrupted
	 */
	List<Entry> take(long millis) throws InterruptedException {
		List<Entry> taken = new ArrayList<>();
		Entry next = this.entries.poll(millis, TimeUnit.MILLISECONDS);
		int count = 0;
		while (next != null) {
			taken.add(next);
			count += next.batch().size();
			next = (count < TAKEN) ? this.entries.poll() : null;
		}
		return taken;
	}

	synchronized void done(Entry entry) {
		this.items -= entry.batch().size();
		this.bytes -= entry.size();
	}

	synchronized long items() {
		return this.items;
	}

	/**
	 * A batch that waits.
	 *
	 * @param batch the batch
	 * @param size the bytes in which it came
	 */
	record Entry(Batch batch, long size) {
	}

}
