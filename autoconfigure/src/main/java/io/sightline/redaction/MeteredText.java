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

import java.util.function.LongSupplier;

/**
 * A text that lets itself be read only so often: a regular expression that backtracks
 * without end runs out of characters. Reading much is fine as long as it is quick.
 */
final class MeteredText implements CharSequence {

	static final int FREE_READS = 2_000_000;

	static final int MAX_READS = 5_000_000;

	private static final int READS_PER_LOOK = 8192;

	private static final long MAX_NANOS = 25_000_000;

	private final String text;

	private final LongSupplier nanoTime;

	private final long start;

	private int reads;

	private int nextLook = FREE_READS;

	MeteredText(String text) {
		this(text, System::nanoTime);
	}

	MeteredText(String text, LongSupplier nanoTime) {
		this.text = text;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		if (++this.reads > this.nextLook) {
			look();
		}
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.substring(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

	private void look() {
		if (this.reads > MAX_READS || this.nanoTime.getAsLong() - this.start > MAX_NANOS) {
			throw new ReadLimitException();
		}
		this.nextLook = Math.min(MAX_READS, this.nextLook + READS_PER_LOOK);
	}

	int reads() {
		return this.reads;
	}

	/**
	 * The limit is reached. Carries no stack trace, for it says nothing.
	 */
	static final class ReadLimitException extends RuntimeException {

		ReadLimitException() {
			super("A redaction pattern took too many steps", null, false, false);
		}

	}

}
