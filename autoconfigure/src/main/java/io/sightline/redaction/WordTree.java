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

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Words by their reversed letters.
 */
final class WordTree {

	static final int ENDING = 1;

	static final int WORD = 2;

	static final int NEUTRAL = 4;

	static final int SECRET = -2;

	static final int NOTHING = -1;

	private static final int ASCII = 128;

	private final Node root = new Node();

	/**
	 * By the last character of a name: the node to go on from, if there is one.
	 */
	private final @Nullable Node[] last = new Node[ASCII];

	void add(String word, int kind) {
		Node node = this.root;
		for (int i = word.length() - 1; i >= 0; i--) {
			node = node.grow(word.charAt(i));
		}
		node.kinds |= kind;
		for (char c = 0; c < ASCII; c++) {
			this.last[c] = this.root.child(Chars.toLower(c));
		}
	}

	/**
	 * Whether a word ends with a character, or the character says nothing about it.
	 */
	boolean mayEndWith(char c) {
		return c >= ASCII || this.last[c] != null || !Chars.isLetter(c);
	}

	// Walks a name backwards. Returns SECRET, NOTHING, or where a neutral last word
	// begins
	int match(String text, int start, int end) {
		int neutral = NOTHING;
		Node node = this.root;
		for (int i = end - 1; i >= start; i--) {
			char c = text.charAt(i);
			if (!Chars.isLetterOrDigit(c)) {
				continue;
			}
			node = (node == this.root && c < ASCII) ? this.last[c] : node.child(Chars.toLower(c));
			if (node == null) {
				break;
			}
			if ((node.kinds & ENDING) != 0) {
				return SECRET;
			}
			if (node.kinds != 0 && isWordStart(text, start, i)) {
				if ((node.kinds & WORD) != 0) {
					return SECRET;
				}
				neutral = i;
			}
		}
		return neutral;
	}

	private static boolean isWordStart(String text, int start, int at) {
		if (at == start) {
			return true;
		}
		char previous = text.charAt(at - 1);
		if (!Chars.isLetter(previous)) {
			return true;
		}
		if (!Character.isUpperCase(text.charAt(at))) {
			return false;
		}
		boolean endsAcronym = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
		return Character.isLowerCase(previous) || endsAcronym;
	}

	private static final class Node {

		private char[] labels = new char[0];

		private Node[] children = new Node[0];

		private int kinds;

		@Nullable Node child(char label) {
			for (int i = 0; i < this.labels.length; i++) {
				if (this.labels[i] == label) {
					return this.children[i];
				}
			}
			return null;
		}

		Node grow(char label) {
			Node child = child(label);
			if (child == null) {
				int size = this.labels.length;
				child = new Node();
				this.labels = Arrays.copyOf(this.labels, size + 1);
				this.children = Arrays.copyOf(this.children, size + 1);
				this.labels[size] = label;
				this.children[size] = child;
			}
			return child;
		}

	}

}
