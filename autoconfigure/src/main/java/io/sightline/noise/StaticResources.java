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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.springframework.util.AntPathMatcher;

/**
 * Tells static resources by their path, as what serves them would: a file below a place
 * that has nothing else, or one that exists where everything is served. What has no
 * extension is never taken for one. Answers of the latter kind are remembered, up to a
 * limit.
 */
public final class StaticResources implements Predicate<String> {

	private static final int MAX_REMEMBERED = 1000;

	private static final String BELOW = "/**";

	private static final AntPathMatcher MATCHER = new AntPathMatcher();

	private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

	private volatile String prefix = "";

	private volatile List<Place> places = List.of();

	/**
	 * Take note of where static resources are. Until then there are none.
	 * @param root what the paths of requests begin with before that of a place
	 * @param found the places
	 */
	public void use(String root, List<Place> found) {
		this.prefix = root;
		this.places = List.copyOf(found);
	}

	@Override
	public boolean test(String path) {
		return !this.places.isEmpty() && isFile(path) && path.startsWith(this.prefix)
				&& isServed(path.substring(this.prefix.length()));
	}

	private static boolean isFile(String path) {
		int dot = path.lastIndexOf('.');
		return dot > path.lastIndexOf('/') + 1 && dot < path.length() - 1 && !path.contains("..");
	}

	private boolean isServed(String path) {
		boolean everywhere = false;
		for (Place place : this.places) {
			if (place.hasNothingElse(path)) {
				return true;
			}
			everywhere |= place.isShared();
		}
		return everywhere && exists(path);
	}

	private boolean exists(String path) {
		Boolean known = this.remembered.get(path);
		if (known != null) {
			return known;
		}
		boolean exists = this.places.stream().anyMatch((place) -> place.isShared() && place.has(path));
		if (this.remembered.size() >= MAX_REMEMBERED) {
			this.remembered.clear();
		}
		this.remembered.put(path, exists);
		return exists;
	}

	/**
	 * Where static resources are.
	 *
	 * @param pattern the pattern of their paths
	 * @param files whether there is a file, by its path without leading slash
	 */
	public record Place(String pattern, Predicate<String> files) {

		/**
		 * Whether whatever has such a path is a static resource: below a place that its
		 * pattern names in full, or a single file.
		 */
		boolean hasNothingElse(String path) {
			return !isShared() && (this.pattern.endsWith(BELOW) ? path.startsWith(base()) : path.equals(this.pattern));
		}

		/**
		 * Whether something else may be served under such a path, too.
		 */
		boolean isShared() {
			String base = base();
			return base.length() <= 1 || MATCHER.isPattern(base);
		}

		private String base() {
			return this.pattern.endsWith(BELOW) ? this.pattern.substring(0, this.pattern.length() - BELOW.length() + 1)
					: this.pattern;
		}

		boolean has(String path) {
			try {
				return MATCHER.match(this.pattern, path)
						&& this.files.test(MATCHER.extractPathWithinPattern(this.pattern, path));
			}
			catch (RuntimeException ex) {
				// What cannot be looked for is not there.
				return false;
			}
		}

	}

}
