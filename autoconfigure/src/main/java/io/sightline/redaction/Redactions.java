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

package io.sightline.redaction;

import java.util.concurrent.atomic.LongAdder;

/**
 * How often a policy acted. Safe to read and count from any thread.
 */
public final class Redactions {

	private final LongAdder replaced = new LongAdder();

	private final LongAdder failures = new LongAdder();

	Redactions() {
	}

	/**
	 * Number of secrets replaced so far.
	 * @return the count
	 */
	public long count() {
		return this.replaced.sum();
	}

	/**
	 * Number of values replaced as a whole because a rule failed on them.
	 * @return the count
	 */
	public long failures() {
		return this.failures.sum();
	}

	void replaced() {
		this.replaced.increment();
	}

	void failed() {
		this.failures.increment();
	}

}
