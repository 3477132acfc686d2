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

package io.sightline.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * What became of the attempts to take a signal to one receiver. Told by whoever makes
 * them, read by the wiring report. For any number of threads; takes no lock.
 */
public final class Delivery {

	private final String signal;

	private final String receiver;

	private final InstantSource clock;

	private final LongAdder attempts = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private volatile @Nullable Instant lastSuccess;

	private volatile @Nullable Failure lastFailure;

	/**
	 * Creates the account of a receiver nothing has been sent to.
	 * @param signal the signal in lower case, such as {@code traces}
	 * @param receiver its address, or what it is called where it has none
	 * @param clock tells the time of an attempt
	 */
	public Delivery(String signal, String receiver, InstantSource clock) {
		this.signal = signal;
		this.receiver = receiver;
		this.clock = clock;
	}

	/**
	 * An attempt got through.
	 */
	public void succeeded() {
		this.attempts.increment();
		this.lastSuccess = this.clock.instant();
	}

	/**
	 * An attempt did not get through.
	 * @param reason what went wrong, in words
	 */
	public void failed(String reason) {
		this.attempts.increment();
		this.failures.increment();
		this.lastFailure = new Failure(this.clock.instant(), reason);
	}

	/**
	 * The signal.
	 * @return its name
	 */
	public String signal() {
		return this.signal;
	}

	/**
	 * The receiver.
	 * @return its address, or what it is called
	 */
	public String receiver() {
		return this.receiver;
	}

	/**
	 * How often it was tried, the tries that got through included.
	 * @return the attempts since the start
	 */
	public long attempts() {
		return this.attempts.sum();
	}

	/**
	 * How often it failed.
	 * @return the failed attempts since the start
	 */
	public long failures() {
		return this.failures.sum();
	}

	/**
	 * When an attempt last got through.
	 * @return the time, or {@code null} if none has
	 */
	public @Nullable Instant lastSuccess() {
		return this.lastSuccess;
	}

	/**
	 * What last went wrong.
	 * @return the failure, or {@code null} if there was none
	 */
	public @Nullable Failure lastFailure() {
		return this.lastFailure;
	}

	/**
	 * An attempt that did not get through.
	 *
	 * @param time when it was
	 * @param reason what went wrong, in words
	 */
	public record Failure(Instant time, String reason) {

	}

}
