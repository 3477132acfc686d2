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

package io.sightline.diagnostics.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.sightline.diagnostics.keys.KeyTree;
import io.sightline.diagnostics.keys.KnownProperties;
import io.sightline.diagnostics.keys.KnownProperty;
import io.sightline.diagnostics.keys.NearestKeys;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Looks for keys that nobody reads, for switches that are neither on nor off, and for
 * those that contradict each other.
 */
final class KeyCheck {

	private final List<SetKey> keys;

	private final ClassLoader loader;

	KeyCheck(List<SetKey> keys, ClassLoader loader) {
		this.keys = keys;
		this.loader = loader;
	}

	List<KeyProblem> problems() {
		if (this.keys.isEmpty()) {
			return List.of();
		}
		List<KeyProblem> problems = new ArrayList<>(Contradictions.among(this.keys));
		problems.addAll(unknown());
		return problems;
	}

	private List<KeyProblem> unknown() {
		List<KeyProblem> problems = problems(() -> KnownProperties.ofHouse(this.loader));
		// Who extends us has keys as well. To read the metadata of all takes its time.
		return problems.isEmpty() ? problems : problems(() -> KnownProperties.load(this.loader));
	}

	private List<KeyProblem> problems(Supplier<KnownProperties> properties) {
		KnownProperties known = properties.get();
		KeyTree tree = new KeyTree(known, this.loader);
		NearestKeys nearest = new NearestKeys(tree);
		List<KeyProblem> problems = new ArrayList<>();
		for (SetKey key : tree.isEmpty() ? List.<SetKey>of() : this.keys) {
			if (!tree.knows(key.name(), key.value().isBlank())) {
				addUnknown(key, tree, nearest, problems);
			}
			else if (isSwitch(key.name(), known.byName()) && !isOnOrOff(key.value())) {
				problems.add(KeyProblem.notASwitch(key));
			}
		}
		return problems;
	}

	private static void addUnknown(SetKey key, KeyTree tree, NearestKeys nearest, List<KeyProblem> problems) {
		if (key.variable() && nearest.hasWordsOf(key.name())) {
			return;
		}
		List<String> suggestions = nearest.of(key.name());
		// The platform sets variables too, such as those of a service named like us.
		if (!key.variable() || !suggestions.isEmpty()) {
			problems.add(KeyProblem.unknown(key, suggestions, tree.siblings(key.name())));
		}
	}

	private static boolean isSwitch(ConfigurationPropertyName name, Map<String, KnownProperty> known) {
		return known.values()
			.stream()
			.anyMatch((property) -> "java.lang.Boolean".equals(property.type())
					&& ConfigurationPropertyName.of(property.name()).equals(name));
	}

	private static boolean isOnOrOff(String value) {
		return "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value);
	}

	/**
	 * A key that somebody set.
	 *
	 * @param name the key
	 * @param value its value
	 * @param source who set it
	 * @param variable whether it is an environment variable
	 * @param place the file, document or the like that it is in
	 */
	record SetKey(ConfigurationPropertyName name, String value, String source, boolean variable, String place) {

		/**
		 * The keys that decide: of those with the same name, the one that comes first.
		 */
		static List<SetKey> effective(List<SetKey> keys) {
			Map<ConfigurationPropertyName, SetKey> first = new LinkedHashMap<>();
			keys.forEach((key) -> first.putIfAbsent(key.name(), key));
			return List.copyOf(first.values());
		}

		/**
		 * Whether somebody said so for this run only, who may have to in an emergency.
		 */
		boolean isOfThisRun() {
			return this.variable || "commandLineArgs".equals(this.place) || "systemProperties".equals(this.place);
		}

		boolean isOn() {
			return "true".equalsIgnoreCase(this.value);
		}

		boolean isOff() {
			return "false".equalsIgnoreCase(this.value);
		}

	}

}
