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

package io.sightline.logging.json;

/**
 * Collects text up to a limit and counts what goes beyond it. Not safe for use by
 * multiple threads.
 */
public final class BoundedText {

	private static final int MAX_REUSED = 16 * 1024;

	/**
	 * Of an {@code int}, with its sign.
	 */
	private static final int MAX_DIGITS = 11;

	private StringBuilder text = new StringBuilder(256);

	private int limit;

	private long length;

	/**
	 * Creates a text.
	 * @param limit the longest text, in characters
	 */
	public BoundedText(int limit) {
		this.limit = limit;
	}

	BoundedText clear(int limit) {
		if (this.text.capacity() > MAX_REUSED) {
			this.text = new StringBuilder(256);
		}
		this.text.setLength(0);
		this.limit = limit;
		this.length = 0;
		return this;
	}

	/**
	 * Appends what fits of a text.
	 * @param more the text
	 * @return this
	 */
	public BoundedText append(String more) {
		if (more.length() > this.limit - this.text.length()) {
			return append(more, 0, more.length());
		}
		this.text.append(more);
		this.length += more.length();
		return this;
	}

	BoundedText append(String more, int from, int to) {
		int free = this.limit - this.text.length();
		if (free > 0) {
			this.text.append(more, from, from + Math.min(free, to - from));
		}
		this.length += to - from;
		return this;
	}

	BoundedText append(char c) {
		if (this.text.length() < this.limit) {
			this.text.append(c);
		}
		this.length++;
		return this;
	}

	BoundedText append(int number) {
		int before = this.text.length();
		if (this.limit - before < MAX_DIGITS) {
			return append(Integer.toString(number));
		}
		this.text.append(number);
		this.length += this.text.length() - before;
		return this;
	}

	/**
	 * Whether something did not fit.
	 * @return {@code true} if the text is cut
	 */
	public boolean isCut() {
		return this.length > this.limit;
	}

	/**
	 * How long the text would be without a limit.
	 * @return the length, in characters
	 */
	public long length() {
		return this.length;
	}

	/**
	 * The text, cut to the limit.
	 */
	@Override
	public String toString() {
		return this.text.toString();
	}

}
