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

package io.sightline.logging.async;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.Level;

/**
 * What has been lost since it was last told, by level.
 */
final class Losses {

	private static final Level[] LEVELS = { Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE };

	private final LongAdder[] counts = new LongAdder[LEVELS.length];

	Losses() {
		for (int i = 0; i < LEVELS.length; i++) {
			this.counts[i] = new LongAdder();
		}
	}

	void add(Level level) {
		for (int i = 0; i < LEVELS.length; i++) {
			if (level.isGreaterOrEqual(LEVELS[i])) {
				this.counts[i].increment();
				return;
			}
		}
		this.counts[LEVELS.length - 1].increment();
	}

	long total() {
		long total = 0;
		for (LongAdder count : this.counts) {
			total += count.sum();
		}
		return total;
	}

	/**
	 * Tells the counts, such as {@code 3 (INFO 2, DEBUG 1)}, and begins anew.
	 */
	String tell() {
		long total = 0;
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < LEVELS.length; i++) {
			long count = this.counts[i].sumThenReset();
			if (count > 0) {
				parts.add(LEVELS[i] + " " + count);
				total += count;
			}
		}
		return total + " (" + String.join(", ", parts) + ")";
	}

}
