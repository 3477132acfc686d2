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

package io.sightline.benchmarks.requests;

import java.util.Arrays;

/**
 * What the processors of the machine did since it started, in ticks.
 *
 * @param stolen what the host gave to others although it was wanted here
 * @param total all of it
 */
record MachineTime(long stolen, long total) {

	// user nice system idle iowait irq softirq steal; what follows is part of the first
	// two
	private static final int STEAL = 7;

	/**
	 * Reads the first line of {@code /proc/stat}.
	 */
	static MachineTime of(String line) {
		String[] words = line.strip().split(" +");
		if (!words[0].equals("cpu") || words.length < STEAL + 2) {
			throw new IllegalArgumentException("not the processors of a machine: '" + line + "'");
		}
		long[] ticks = Arrays.stream(words, 1, STEAL + 2).mapToLong(Long::parseLong).toArray();
		return new MachineTime(ticks[STEAL], Arrays.stream(ticks).sum());
	}

	/**
	 * The share that was stolen between two moments, from 0 to 1.
	 */
	double stolenSince(MachineTime earlier) {
		long passed = this.total - earlier.total;
		return (passed > 0) ? (double) (this.stolen - earlier.stolen) / passed : 0;
	}

}
