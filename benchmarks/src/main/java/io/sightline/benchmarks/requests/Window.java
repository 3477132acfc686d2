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
 * What a service did while it was its turn.
 *
 * @param requests how many it answered
 * @param seconds how long that took
 * @param cpu the processor time that it used
 */
record Window(long requests, double seconds, CpuTime cpu) {

	private static final double NANOS_A_MILLISECOND = 1e6;

	/**
	 * Milliseconds of processor time a request, without compilers.
	 */
	double cpuMillis() {
		return this.cpu.withoutCompilers() / NANOS_A_MILLISECOND / this.requests;
	}

	/**
	 * Milliseconds of processor time a request of the threads that answer requests.
	 */
	double requestThreadMillis() {
		return this.cpu.requests() / NANOS_A_MILLISECOND / this.requests;
	}

	double requestsPerSecond() {
		return this.requests / this.seconds;
	}

}
