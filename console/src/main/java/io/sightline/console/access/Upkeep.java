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

package io.sightline.console.access;

import java.util.Set;

/**
 * The endpoints for whoever runs the console. Those on this machine may ask them; where
 * others can, too, the token is needed, except for probes, which say up or down.
 */
final class Upkeep {

	private static final Set<String> PROBES = Set.of("/health/liveness", "/health/readiness");

	private final boolean guarded;

	private final String base;

	/**
	 * Create a description of the endpoints.
	 * @param guarded whether others than those on this machine can ask
	 * @param base the path they are under
	 */
	Upkeep(boolean guarded, String base) {
		this.guarded = guarded;
		this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
	}

	boolean needsToken(String path) {
		boolean inside = path.equals(this.base) || path.startsWith(this.base + "/");
		return this.guarded && inside && !PROBES.contains(path.substring(this.base.length()));
	}

}
