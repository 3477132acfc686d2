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

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a name is the name of a secret. Names are read from their end, without
 * regard to case and separators, down a tree of reversed words: a few comparisons and no
 * allocation. What was decided about the last names is kept in a table of fixed size,
 * which hostile names can only overwrite.
 */
final class SecretKeys {

	// What matters is at the end of a name; the rest of a hostile one is not read.
	private static final int MAX_LENGTH = 128;

	private static final int MAX_NEUTRAL = 3;

	private static final int SLOTS = 256;

	private static final int MAX_KEPT = 64;

	private final @Nullable Decision[] decisions = new Decision[SLOTS];

	private final WordTree words = new WordTree();

	private final Set<String> allowed;

	SecretKeys(Collection<String> further, Collection<String> allowed) {
		SecretWords.ENDINGS.forEach((word) -> this.words.add(word, WordTree.ENDING));
		SecretWords.WORDS.forEach((word) -> this.words.add(word, WordTree.WORD));
		SecretWords.NEUTRAL.forEach((word) -> this.words.add(word, WordTree.NEUTRAL));
		further.stream()
			.map((key) -> normalise(key, 0, key.length()))
			.filter((key) -> !key.isEmpty())
			.forEach((key) -> this.words.add(key, WordTree.WORD));
		this.allowed = allowed.stream()
			.map((key) -> normalise(key, 0, key.length()))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Whether there are names of secrets that end like this; a quick look before a closer
	 * one.
	 */
	boolean mayEndWith(char last) {
		return this.words.mayEndWith(last);
	}

	boolean isSecret(String name) {
		int hash = name.hashCode();
		int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
		Decision decision = this.decisions[slot];
		if (decision != null && decision.name().equals(name)) {
			return decision.secret();
		}
		boolean secret = isSecret(name, 0, name.length());
		if (name.length() <= MAX_KEPT) {
			this.decisions[slot] = new Decision(name, secret);
		}
		return secret;
	}

	boolean isSecret(String text, int start, int end) {
		int from = Math.max(start, end - MAX_LENGTH);
		int position = end;
		for (int i = 0; i <= MAX_NEUTRAL; i++) {
			int match = match(text, from, position);
			if (match == WordTree.SECRET) {
				return this.allowed.isEmpty() || !this.allowed.contains(normalise(text, start, end));
			}
			if (match == WordTree.NOTHING) {
				return false;
			}
			position = match;
		}
		return false;
	}

	boolean isOneOf(Set<String> names, String name) {
		String normalised = normalise(name, 0, name.length());
		return names.contains(normalised) && !this.allowed.contains(normalised);
	}

	private int match(String text, int from, int end) {
		int match = this.words.match(text, from, end);
		if (match != WordTree.NOTHING) {
			return match;
		}
		int position = end;
		while (position > from && !Chars.isLetter(text.charAt(position - 1))) {
			position--;
		}
		// An index, as in password2 or passwords[0], is no part of the word.
		return (position < end) ? this.words.match(text, from, position) : WordTree.NOTHING;
	}

	static String normalise(String text, int start, int end) {
		StringBuilder normalised = new StringBuilder();
		for (int i = Math.max(start, end - MAX_LENGTH); i < end; i++) {
			if (Character.isLetterOrDigit(text.charAt(i))) {
				normalised.append(Chars.toLower(text.charAt(i)));
			}
		}
		return normalised.toString();
	}

	/**
	 * What was decided about a name.
	 */
	private record Decision(String name, boolean secret) {

	}

}
