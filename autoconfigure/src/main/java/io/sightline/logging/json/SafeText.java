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
 * Makes text that UTF-8 can hold. A lone surrogate becomes U+FFFD and its neighbours stay
 * as they are; clean text is returned as it is.
 */
final class SafeText {

	private static final char REPLACEMENT = '\uFFFD';

	private SafeText() {
	}

	static String of(String text) {
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c)) {
				if (!isPair(text, i)) {
					return repair(text, i);
				}
				i++;
			}
		}
		return text;
	}

	private static String repair(String text, int from) {
		StringBuilder repaired = new StringBuilder(text.length()).append(text, 0, from);
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!Character.isSurrogate(c)) {
				repaired.append(c);
			}
			else if (isPair(text, i)) {
				repaired.append(c).append(text.charAt(++i));
			}
			else {
				repaired.append(REPLACEMENT);
			}
		}
		return repaired.toString();
	}

	private static boolean isPair(String text, int index) {
		return index + 1 < text.length() && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
	}

	/**
	 * Cuts text to a length without cutting a pair of surrogates in two.
	 */
	static String cut(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = (length > 0 && Character.isHighSurrogate(text.charAt(length - 1))) ? length - 1 : length;
		return text.substring(0, end);
	}

}
