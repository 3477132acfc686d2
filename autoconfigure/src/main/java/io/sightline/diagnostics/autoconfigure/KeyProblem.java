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

import java.util.List;

import io.sightline.diagnostics.autoconfigure.KeyCheck.SetKey;
import io.sightline.report.Finding;
import io.sightline.report.Severity;

/**
 * What is wrong with a key, and what to do.
 *
 * @param id the kind of problem
 * @param fatal whether it is better not to start
 * @param description what is wrong
 * @param action what to do
 */
record KeyProblem(String id, boolean fatal, String description, String action) {

	static KeyProblem unknown(SetKey key, List<String> suggestions, List<String> siblings) {
		String action = suggestions.isEmpty() ? "Remove it. At its place there are: " + String.join(", ", siblings)
				: "Did you mean " + String.join(" or ", suggestions.stream().map(KeyProblem::quote).toList()) + "?";
		return new KeyProblem("unknown-property", !key.variable(),
				"Property '%s' (%s) does not exist, and is without effect".formatted(key.name(), key.source()), action);
	}

	static KeyProblem notASwitch(SetKey key) {
		return new KeyProblem("invalid-switch", true, "Property '%s' (%s) has the value '%s', and would be off"
			.formatted(key.name(), key.source(), key.value()), "Set it to true or to false");
	}

	static KeyProblem contradiction(SetKey part, SetKey whole) {
		return new KeyProblem("contradicting-settings", true,
				"Property '%s' (%s) switches on a part of what '%s' (%s) switches off, and is without effect"
					.formatted(part.name(), part.source(), whole.name(), whole.source()),
				"Remove one of them, or set '%s' to true".formatted(whole.name()));
	}

	static KeyProblem missingLibrary(SetKey key, String reason) {
		return new KeyProblem(
				"missing-library", true, "Property '%s' (%s) switches on a feature that lacks a library: %s"
					.formatted(key.name(), key.source(), reason),
				"Add the library to the dependencies, or remove '%s'".formatted(key.name()));
	}

	private static String quote(String key) {
		return "'" + key + "'";
	}

	Finding toFinding() {
		return new Finding(this.id, Severity.WARNING, this.description, this.action);
	}

}
