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

/**
 * A text that lets itself be read only so often: a regular expression that backtracks
 * without end runs out of characters instead of time.
 */
final class MeteredText implements CharSequence {

	static final int MAX_READS = 2_000_000;

	private final String text;

	private int readsLeft = MAX_READS;

	MeteredText(String text) {
		this.text = text;
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		if (--this.readsLeft < 0) {
			throw new ReadLimitException();
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

	int reads() {
		return MAX_READS - this.readsLeft;
	}

	/**
	 * The limit is reached. Carries no stack trace, for it says nothing.
	 */
	static final class ReadLimitException extends RuntimeException {

		ReadLimitException() {
			super("A redaction pattern took more than " + MAX_READS + " steps", null, false, false);
		}

	}

}
