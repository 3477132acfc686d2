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

/**
 * Processor time of a process, in nanoseconds.
 *
 * @param compilers of threads that compile
 * @param requests of threads that answer requests
 * @param others of all other threads
 */
record CpuTime(long compilers, long requests, long others) {

	static final CpuTime NONE = new CpuTime(0, 0, 0);

	CpuTime plus(ThreadKind kind, long nanos) {
		return switch (kind) {
			case COMPILER -> new CpuTime(this.compilers + nanos, this.requests, this.others);
			case REQUEST -> new CpuTime(this.compilers, this.requests + nanos, this.others);
			case OTHER -> new CpuTime(this.compilers, this.requests, this.others + nanos);
		};
	}

	long withoutCompilers() {
		return this.requests + this.others;
	}

}
