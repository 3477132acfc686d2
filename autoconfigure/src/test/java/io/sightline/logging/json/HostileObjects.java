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

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Objects that do harm when somebody looks at them.
 */
final class HostileObjects {

	static final Map<String, Supplier<Object>> ALL = Map.ofEntries(Map.entry("toString() throws", () -> telling(() -> {
		throw new IllegalStateException("hostile");
	})), Map.entry("toString() is null", () -> telling(() -> null)),
			Map.entry("toString() ends the memory", () -> telling(() -> {
				throw new OutOfMemoryError("hostile");
			})), Map.entry("toString() cannot be linked", () -> telling(() -> {
				throw new NoClassDefFoundError("hostile");
			})), Map.entry("toString() calls itself", Endless::new),
			Map.entry("toString() is long", () -> telling(() -> "x".repeat(1 << 20))),
			Map.entry("getter throws", Bean::new), Map.entry("bean holds itself", Cycle::new),
			Map.entry("map holds itself", HostileObjects::cyclicMap),
			Map.entry("list holds itself", HostileObjects::cyclicList),
			Map.entry("array holds itself", HostileObjects::cyclicArray),
			Map.entry("map throws", HostileObjects::throwingMap), Map.entry("map of null", HostileObjects::mapOfNull));

	private HostileObjects() {
	}

	private static Object telling(Supplier<@Nullable String> text) {
		return new Object() {
			@Override
			@SuppressWarnings("NullAway") // Hostile.
			public String toString() {
				return text.get();
			}
		};
	}

	private static Object cyclicMap() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", map);
		return map;
	}

	private static Object cyclicList() {
		List<Object> list = new ArrayList<>();
		list.add(Map.of("list", list));
		return list;
	}

	private static Object cyclicArray() {
		Object[] array = new Object[1];
		array[0] = array;
		return array;
	}

	private static Object throwingMap() {
		return new AbstractMap<String, Object>() {
			@Override
			public Set<Entry<String, Object>> entrySet() {
				throw new UnsupportedOperationException("hostile");
			}
		};
	}

	private static Object mapOfNull() {
		Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
		map.put(null, null);
		return map;
	}

	private static final class Endless {

		@Override
		public String toString() {
			return "a" + this;
		}

	}

	public static final class Bean {

		@SuppressWarnings("unused")
		public String getName() {
			throw new IllegalStateException("hostile");
		}

	}

	public static final class Cycle {

		@SuppressWarnings("unused")
		public Cycle getSelf() {
			return this;
		}

	}

}
