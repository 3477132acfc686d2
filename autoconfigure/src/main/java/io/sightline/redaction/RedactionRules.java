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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link RedactionPolicy} is made of, beside the built-in rules.
 *
 * @param mode what takes the place of a secret
 * @param keys further names whose values are secret
 * @param allowedKeys names whose values are never taken for secret because of their name
 * @param patterns further regular expressions by name
 * @param emails whether e-mail addresses are secret
 * @param hashSalt key of the hash, or {@code null} for a random one that lasts as long as
 * the process
 */
public record RedactionRules(RedactionMode mode, Set<String> keys, Set<String> allowedKeys,
		Map<String, String> patterns, boolean emails, @Nullable String hashSalt) {

	public RedactionRules {
		keys = Set.copyOf(keys);
		allowedKeys = Set.copyOf(allowedKeys);
		patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
	}

	/**
	 * The built-in rules alone.
	 * @return rules that mask
	 */
	public static RedactionRules defaults() {
		return of(RedactionMode.MASK);
	}

	/**
	 * The built-in rules with another replacement.
	 * @param mode what takes the place of a secret
	 * @return rules in that mode
	 */
	public static RedactionRules of(RedactionMode mode) {
		return new RedactionRules(mode, Set.of(), Set.of(), Map.of(), false, null);
	}

	/**
	 * Everything but the salt, which would undo the hash.
	 */
	@Override
	public String toString() {
		return "RedactionRules[mode=%s, keys=%s, allowedKeys=%s, patterns=%s, emails=%s]".formatted(this.mode,
				this.keys, this.allowedKeys, this.patterns, this.emails);
	}

}
