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

package io.sightline.noise;

import java.util.List;
import java.util.function.Predicate;

/**
 * Decides which requests are not worth telling: their spans, and all spans below, are
 * left out. Paths are exact, or prefixes when they end with {@code /**}. A check of them
 * allocates nothing.
 */
public final class NoisePolicy {

	private static final String BELOW = "/**";

	private final List<String> exact;

	private final List<String> prefixes;

	private final Predicate<String> others;

	private NoisePolicy(List<String> exact, List<String> prefixes, Predicate<String> others) {
		this.exact = exact;
		this.prefixes = prefixes;
		this.others = others;
	}

	/**
	 * A policy for the given paths.
	 * @param paths the paths, {@code /health} or {@code /actuator/**}
	 * @return the policy
	 */
	public static NoisePolicy of(List<String> paths) {
		return of(paths, (path) -> false);
	}

	/**
	 * A policy for the given paths and others that only the application can tell.
	 * @param paths the paths, {@code /health} or {@code /actuator/**}
	 * @param others tells of any other path whether it is noise
	 * @return the policy
	 */
	public static NoisePolicy of(List<String> paths, Predicate<String> others) {
		List<String> prefixes = paths.stream()
			.filter((path) -> path.endsWith(BELOW))
			.map((path) -> path.substring(0, path.length() - BELOW.length()))
			.toList();
		return new NoisePolicy(paths.stream().filter((path) -> !path.endsWith(BELOW)).toList(), prefixes, others);
	}

	/**
	 * Whether a request for the path is noise.
	 * @param path the path, without query
	 * @return {@code true} if it is not worth telling
	 */
	public boolean isNoise(String path) {
		for (String candidate : this.exact) {
			if (candidate.equals(path)) {
				return true;
			}
		}
		for (String prefix : this.prefixes) {
			if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
				return true;
			}
		}
		return this.others.test(path);
	}

}
