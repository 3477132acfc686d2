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
import java.util.List;

import io.sightline.diagnostics.autoconfigure.KeyCheck.SetKey;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Settings of one place that cannot both be meant: a part of a feature is switched on,
 * and the feature off. Another place may well have the last word: a profile switches off
 * what is on otherwise, and variables and arguments may switch off anything at any time.
 */
final class Contradictions {

	private static final String SWITCH = "enabled";

	private Contradictions() {
	}

	static List<KeyProblem> among(List<SetKey> keys) {
		List<KeyProblem> problems = new ArrayList<>();
		List<SetKey> switches = SetKey.effective(keys)
			.stream()
			.filter((key) -> isSwitch(key.name()) && !key.isOfThisRun())
			.toList();
		for (SetKey part : switches) {
			switches.stream()
				.filter((whole) -> part.isOn() && whole.isOff() && whole.place().equals(part.place())
						&& whole.name().getParent().isAncestorOf(part.name().getParent()))
				.forEach((whole) -> problems.add(KeyProblem.contradiction(part, whole)));
		}
		return problems;
	}

	static boolean isSwitch(ConfigurationPropertyName name) {
		return SWITCH.equals(name.getLastElement(ConfigurationPropertyName.Form.UNIFORM));
	}

}
