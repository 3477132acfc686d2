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

package io.sightline.tracing.sampling;

import java.time.Duration;

/**
 * The bounds of what waits for the end of its trace.
 *
 * @param spans how many spans, and how many open traces
 * @param bytes how many bytes, estimated
 * @param age how long a trace is waited for
 */
public record TailLimits(int spans, long bytes, Duration age) {

	/**
	 * The share of a bound from which the oldest traces are decided early.
	 */
	private static final double CROWDED = 0.9;

	private static final int SCARCE = 64;

	/**
	 * The bounds when memory is scarce: half a megabyte of the default, and room for the
	 * requests that are being answered.
	 */
	TailLimits scarce() {
		return new TailLimits(Math.max(1, this.spans / SCARCE), Math.max(1, this.bytes / SCARCE), this.age);
	}

	boolean isCrowded(long heldSpans, long heldBytes) {
		return heldSpans > this.spans * CROWDED || heldBytes > this.bytes * CROWDED;
	}

	boolean isFull(long heldSpans, long heldBytes) {
		return heldSpans > this.spans || heldBytes > this.bytes;
	}

}
