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

import java.util.Map;

/**
 * What each thread of a process has used since it started.
 *
 * @param threads by their id
 */
record ThreadTimes(Map<Long, ThreadTime> threads) {

	/**
	 * What was used between two moments. Of a thread that ended in between nothing is
	 * known.
	 */
	CpuTime since(ThreadTimes earlier) {
		CpuTime sum = CpuTime.NONE;
		for (Map.Entry<Long, ThreadTime> entry : this.threads.entrySet()) {
			ThreadTime now = entry.getValue();
			ThreadTime then = earlier.threads.getOrDefault(entry.getKey(), now.atStart());
			// An id that was given to another thread starts again.
			long used = (then.nanos() <= now.nanos()) ? now.nanos() - then.nanos() : now.nanos();
			sum = sum.plus(now.kind(), used);
		}
		return sum;
	}

	/**
	 * One thread.
	 *
	 * @param kind what it is there for
	 * @param nanos its processor time
	 */
	record ThreadTime(ThreadKind kind, long nanos) {

		/**
		 * Reads what the kernel tells.
		 * @param name the content of {@code comm}
		 * @param schedstat the content of {@code schedstat}: time on the processor, time
		 * spent waiting, number of turns
		 */
		static ThreadTime of(String name, String schedstat) {
			return new ThreadTime(ThreadKind.of(name), Long.parseLong(schedstat.strip().split(" ")[0]));
		}

		ThreadTime atStart() {
			return new ThreadTime(this.kind, 0);
		}

	}

}
