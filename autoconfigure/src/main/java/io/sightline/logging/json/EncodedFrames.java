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

import org.jspecify.annotations.Nullable;

/**
 * Frames as they stand in a line, after the policy. Errors come from the same places
 * again and again, so what is made of a frame is kept, a bounded number of them. Safe for
 * use by multiple threads: what is kept never changes, and a slot is read once.
 */
final class EncodedFrames {

	private static final int SLOTS = 1024;

	private static final int MAX_KEPT = 256;

	private final @Nullable Encoded[] kept = new Encoded[SLOTS];

	/**
	 * Encodes a frame.
	 * @param frame the frame
	 * @param line the line it is for, which applies the policy
	 * @param decision as long as this is the same, so is what the policy decides
	 */
	Encoded of(StackTraceElement frame, Line line, Object decision) {
		int hash = frame.hashCode();
		int slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
		Encoded encoded = this.kept[slot];
		if (encoded == null || encoded.decision() != decision || !encoded.frame().equals(frame)) {
			String text = text(frame);
			String permitted = line.permitted(text);
			encoded = new Encoded(frame, decision, JsonBytes.encodeString(permitted), text.length());
			if (text.length() <= MAX_KEPT && !permitted.equals(Line.FAILED)) {
				this.kept[slot] = encoded;
			}
		}
		return encoded;
	}

	private static String text(StackTraceElement frame) {
		BoundedText text = new BoundedText(Integer.MAX_VALUE);
		StackTraceWords.write(frame, text);
		return text.toString();
	}

	/**
	 * A frame and what was made of it.
	 *
	 * @param frame the frame
	 * @param decision what the policy was asked under
	 * @param bytes a string of JSON, with its quotes
	 * @param length its length before the policy, in characters
	 */
	@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
	record Encoded(StackTraceElement frame, Object decision, byte[] bytes, int length) {

	}

}
