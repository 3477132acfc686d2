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

package io.sightline.diagnostics.keys;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The keys that may have been meant.
 */
public final class NearestKeys {

	private static final int MAX_SUGGESTIONS = 3;

	/**
	 * Every feature has it.
	 */
	private static final String SWITCH = "enabled";

	private final KeyTree tree;

	/**
	 * Creates a search.
	 * @param tree the keys there are
	 */
	public NearestKeys(KeyTree tree) {
		this.tree = tree;
	}

	/**
	 * The keys that differ by the fewest letters; if none is near, those in another
	 * place.
	 * @param name a key that does not exist
	 * @return a few keys, or none
	 */
	public List<String> of(ConfigurationPropertyName name) {
		String written = comparable(name.toString());
		int best = Math.max(2, written.length() / 6);
		Set<String> nearest = new LinkedHashSet<>();
		for (KeyTemplate template : this.tree.templates()) {
			for (boolean fromEnd : new boolean[] { false, true }) {
				String candidate = template.fill(name, fromEnd);
				int distance = distance(written, comparable(candidate), best);
				if (distance < best) {
					nearest.clear();
				}
				if (distance <= best) {
					best = distance;
					nearest.add(candidate);
				}
			}
		}
		return nearest.isEmpty() ? elsewhere(name) : nearest.stream().limit(MAX_SUGGESTIONS).toList();
	}

	private List<String> elsewhere(ConfigurationPropertyName name) {
		String last = name.getLastElement(Form.DASHED);
		return this.tree.templates()
			.stream()
			.filter((template) -> !SWITCH.equals(last) && template.endsWith(last))
			.map((template) -> template.fill(ConfigurationPropertyName.EMPTY, false))
			.limit(MAX_SUGGESTIONS)
			.toList();
	}

	/**
	 * Whether a key exists, whatever stands between its words: that is how environment
	 * variables are read.
	 * @param name the name of the variable as a key
	 * @return {@code true} if there is a key with these words
	 */
	public boolean hasWordsOf(ConfigurationPropertyName name) {
		String written = flat(name.toString());
		return this.tree.templates()
			.stream()
			.anyMatch((template) -> written.equals(flat(template.fill(name, false)))
					|| written.equals(flat(template.fill(name, true))));
	}

	private static String comparable(String key) {
		return key.replace("-", "").toLowerCase(Locale.ROOT);
	}

	private static String flat(String key) {
		return comparable(key).replaceAll("[.\\[\\]_]", "");
	}

	// Two that differ in length by more cannot be nearer.
	private static int distance(String one, String other, int bound) {
		int atLeast = Math.abs(one.length() - other.length());
		return (atLeast > bound) ? atLeast : distance(one, other);
	}

	/**
	 * The number of letters to add, drop, replace or swap with their neighbour.
	 */
	static int distance(String one, String other) {
		int[] beforeLast = new int[other.length() + 1];
		int[] last = new int[other.length() + 1];
		int[] current = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			current[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] spare = beforeLast;
			beforeLast = last;
			last = current;
			current = spare;
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = last[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
				if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
						&& one.charAt(i - 2) == other.charAt(j - 1)) {
					current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
				}
			}
		}
		return current[other.length()];
	}

}
