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

package io.sightline.console.otlp;

import java.util.concurrent.atomic.LongAdder;

import org.springframework.stereotype.Component;

/**
 * Counts what is received. Thread-safe.
 */
@Component
public final class ReceiverLedger {

	private final LongAdder accepted = new LongAdder();

	private final LongAdder rejected = new LongAdder();

	private final LongAdder refused = new LongAdder();

	private final LongAdder malformed = new LongAdder();

	void accepted(int items, int rejectedItems) {
		this.accepted.add(items);
		this.rejected.add(rejectedItems);
	}

	void refused(int status) {
		((status == 503) ? this.refused : this.malformed).increment();
	}

	/**
	 * Return the counts.
	 * @return the counts by now
	 */
	public ReceiverStatus status() {
		return new ReceiverStatus(this.accepted.sum(), this.rejected.sum(), this.refused.sum(), this.malformed.sum());
	}

}
