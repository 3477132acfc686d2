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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * What may stand at one place of a key, and below it.
 */
final class KeyNode {

	static final String ANY_KEY = "*";

	static final String ANY_INDEX = "#";

	private final Map<String, KeyNode> children = new LinkedHashMap<>();

	private final Map<String, String> names = new LinkedHashMap<>();

	private final @Nullable KeyNode element;

	private final boolean indexed;

	private boolean value;

	private KeyNode(@Nullable KeyNode element, boolean indexed, boolean value) {
		this.element = element;
		this.indexed = indexed;
		this.value = value;
	}

	static KeyNode group() {
		return new KeyNode(null, false, false);
	}

	static KeyNode value() {
		return new KeyNode(null, false, true);
	}

	static KeyNode list(KeyNode element) {
		return new KeyNode(element, true, true);
	}

	static KeyNode map(KeyNode element) {
		return new KeyNode(element, false, true);
	}

	KeyNode child(String name) {
		return put(name, this.children.getOrDefault(uniform(name), group()));
	}

	KeyNode put(String name, KeyNode node) {
		KeyNode present = this.children.putIfAbsent(uniform(name), node);
		this.names.put(uniform(name), name);
		if (present != null) {
			present.value |= node.value;
			return present;
		}
		return node;
	}

	private static String uniform(String name) {
		return name.replace("-", "");
	}

	/**
	 * Whether a key leads somewhere. A group without anything in it is none, and harms
	 * nobody.
	 */
	boolean knows(ConfigurationPropertyName key, int depth, boolean blank) {
		if (depth == key.getNumberOfElements()) {
			return this.value || blank;
		}
		if (this.element != null && !this.indexed) {
			// Without fields below, a dot is part of the key of a map.
			return this.element.children.isEmpty() || this.element.knows(key, depth + 1, blank);
		}
		if (this.element != null) {
			return key.isNumericIndex(depth) && this.element.knows(key, depth + 1, blank);
		}
		KeyNode child = this.children.get(key.getElement(depth, Form.UNIFORM));
		return child != null && child.knows(key, depth + 1, blank);
	}

	/**
	 * The names of what is below the part of a key that leads somewhere.
	 */
	List<String> siblings(ConfigurationPropertyName key, int depth) {
		KeyNode next = null;
		if (depth < key.getNumberOfElements()) {
			next = (this.element != null) ? this.element : this.children.get(key.getElement(depth, Form.UNIFORM));
		}
		return (next != null && !(next.children.isEmpty() && next.element == null)) ? next.siblings(key, depth + 1)
				: List.copyOf(this.names.values());
	}

	void collect(List<String> path, List<KeyTemplate> templates) {
		if (this.value) {
			templates.add(new KeyTemplate(List.copyOf(path)));
		}
		if (this.element != null) {
			this.element.collect(add(path, this.indexed ? ANY_INDEX : ANY_KEY), templates);
		}
		this.children
			.forEach((name, child) -> child.collect(add(path, this.names.getOrDefault(name, name)), templates));
	}

	private static List<String> add(List<String> path, String element) {
		List<String> longer = new ArrayList<>(path);
		longer.add(element);
		return longer;
	}

}
