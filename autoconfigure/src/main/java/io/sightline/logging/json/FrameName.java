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

package io.sightline.logging.json;

import org.jspecify.annotations.Nullable;

/**
 * What stack traces ask of the names of classes and methods in them. The same names come
 * again and again, so what was found out is kept, in a table that does not grow. Safe for
 * use by multiple threads: the table is a hint, and what is in it does not change.
 *
 * @param name the name
 * @param framework whether it is the name of a class that says nothing about the
 * application
 * @param hash a hash of the name that does not change when generated names do
 */
record FrameName(String name, boolean framework, int hash) {

	private static final int SLOTS = 1024;

	private static final int MAX_KEPT = 256;

	private static final @Nullable FrameName[] KEPT = new FrameName[SLOTS];

	static FrameName of(String name) {
		int hash = name.hashCode();
		int slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
		FrameName kept = KEPT[slot];
		if (kept != null && kept.name.equals(name)) {
			return kept;
		}
		FrameName created = new FrameName(name, FrameworkFrames.contains(name), stableHash(name));
		if (name.length() <= MAX_KEPT) {
			KEPT[slot] = created;
		}
		return created;
	}

	private static int stableHash(String name) {
		// Numbers in generated names differ from start to start.
		int hash = 0x811c9dc5;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			hash = (c >= '0' && c <= '9') ? hash : (hash ^ c) * 0x01000193;
		}
		return hash;
	}

}
