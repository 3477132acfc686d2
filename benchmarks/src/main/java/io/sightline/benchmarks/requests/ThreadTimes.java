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
 * What a process and each of its threads have used since it started.
 *
 * @param threads by their id
 * @param nanos of the process, with that of threads that have ended: some clients start a
 * thread a call
 */
record ThreadTimes(Map<Long, ThreadTime> threads, long nanos) {

	/**
	 * What was used between two moments. What no thread tells that is still there was
	 * used by others.
	 */
	CpuTime since(ThreadTimes earlier) {
		CpuTime alive = CpuTime.NONE;
		for (Map.Entry<Long, ThreadTime> entry : this.threads.entrySet()) {
			ThreadTime now = entry.getValue();
			ThreadTime then = earlier.threads.getOrDefault(entry.getKey(), now.atStart());
			// An id that was given to another thread starts again.
			long used = (then.nanos() <= now.nanos()) ? now.nanos() - then.nanos() : now.nanos();
			alive = alive.plus(now.kind(), used);
		}
		long rest = this.nanos - earlier.nanos - alive.compilers() - alive.requests();
		return new CpuTime(alive.compilers(), alive.requests(), Math.max(0, rest));
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
