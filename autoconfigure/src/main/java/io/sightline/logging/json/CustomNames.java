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

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Gives the fields that the application adds their names. An application has few keys, so
 * what was made of the last ones is kept, in a table that does not grow. Safe for use by
 * multiple threads: the table is a hint, and what is in it does not change.
 */
final class CustomNames {

	static final String PREFIX = "app_";

	private static final int SLOTS = 256;

	private static final int MAX_KEPT = 64;

	private static final int MAX_NAME = 256;

	private final @Nullable CustomName[] kept = new CustomName[SLOTS];

	private final Set<String> reserved;

	private final String textPrefix;

	private final String valuePrefix;

	CustomNames(Set<String> reserved, FormatTable table) {
		this.reserved = reserved;
		this.textPrefix = table.textPrefix();
		this.valuePrefix = table.valuePrefix();
	}

	/**
	 * The name of a field, which the format has not itself.
	 */
	CustomName find(String key, boolean text) {
		int hash = key.hashCode() + (text ? 1 : 0);
		int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
		CustomName found = this.kept[slot];
		if (found == null || found.text() != text || !found.key().equals(key)) {
			found = create(key, text, List.of());
			if (key.length() <= MAX_KEPT) {
				this.kept[slot] = found;
			}
		}
		return found;
	}

	/**
	 * The name of a field when its first choice is taken.
	 */
	CustomName findFree(CustomName first, List<String> taken) {
		return create(first.key(), first.text(), taken);
	}

	private CustomName create(String key, boolean text, List<String> taken) {
		String prefix = text ? this.textPrefix : this.valuePrefix;
		String safe = SafeText.of(SafeText.cut(key, MAX_NAME));
		String name = below(prefix, safe);
		while (this.reserved.contains(name) || taken.contains(name)) {
			safe = PREFIX + safe;
			name = below(prefix, safe);
		}
		return new CustomName(key, text, name);
	}

	/**
	 * Below a prefix, a dot would make an object of what is a value elsewhere, and ECS
	 * allows for no wildcards.
	 */
	private static String below(String prefix, String name) {
		return prefix.isEmpty() ? name : prefix + name.replace('.', '_').replace('*', '_').replace('\\', '_');
	}

}
