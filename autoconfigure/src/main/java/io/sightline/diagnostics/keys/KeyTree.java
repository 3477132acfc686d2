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

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;

/**
 * All keys there are, with those below maps and lists that no metadata names.
 */
public final class KeyTree {

	private static final Pattern MAP = Pattern.compile("java\\.util\\.Map<[^,<>]+,(.+)>");

	private static final Pattern LIST = Pattern.compile("java\\.util\\.(?:List|Set|Collection)<(.+)>");

	/**
	 * Deeper than anybody nests, and a bound for types that contain themselves.
	 */
	private static final int MAX_DEPTH = 6;

	private final ClassLoader loader;

	private final KeyNode root = KeyNode.group();

	private final List<KeyTemplate> templates = new ArrayList<>();

	/**
	 * Creates the tree.
	 * @param properties the properties that metadata declares
	 * @param loader finds the types of those that are maps or lists
	 */
	public KeyTree(KnownProperties properties, ClassLoader loader) {
		this.loader = loader;
		properties.byName().values().forEach(this::add);
		this.root.collect(List.of(), this.templates);
	}

	private void add(KnownProperty property) {
		String[] elements = property.name().split("\\.");
		KeyNode parent = this.root;
		for (int i = 0; i < elements.length - 1; i++) {
			parent = parent.child(elements[i]);
		}
		parent.put(elements[elements.length - 1], node(property.type(), 0));
	}

	private KeyNode node(String type, int depth) {
		String name = type.replace(" ", "");
		Matcher map = MAP.matcher(name);
		if (map.matches()) {
			return KeyNode.map(node(map.group(1), depth + 1));
		}
		Matcher list = LIST.matcher(name);
		if (list.matches()) {
			return KeyNode.list(node(list.group(1), depth + 1));
		}
		return (depth > 0 && depth < MAX_DEPTH) ? object(name, depth) : KeyNode.value();
	}

	private KeyNode object(String name, int depth) {
		Class<?> type = ClassUtils.isPresent(name, this.loader) ? ClassUtils.resolveClassName(name, this.loader) : null;
		if (type == null || !type.isRecord()) {
			return KeyNode.value();
		}
		KeyNode group = KeyNode.group();
		for (RecordComponent component : type.getRecordComponents()) {
			group.put(DataObjectPropertyName.toDashedForm(component.getName()),
					node(component.getGenericType().getTypeName(), depth + 1));
		}
		return group;
	}

	/**
	 * Whether any key is known. If not, nothing can be said of others.
	 * @return {@code true} if there is none
	 */
	public boolean isEmpty() {
		return this.templates.isEmpty();
	}

	/**
	 * Whether a key exists.
	 * @param key the key
	 * @param blank whether it has no value, as a group has that is empty
	 * @return {@code true} if somebody reads it
	 */
	public boolean knows(ConfigurationPropertyName key, boolean blank) {
		return this.root.knows(key, 0, blank);
	}

	/**
	 * What exists beside a key that does not.
	 * @param key the key
	 * @return names, in order
	 */
	public List<String> siblings(ConfigurationPropertyName key) {
		return this.root.siblings(key, 0).stream().sorted().toList();
	}

	List<KeyTemplate> templates() {
		return this.templates;
	}

}
