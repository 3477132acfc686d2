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

package io.sightline.tracing.propagation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * Headers as HTTP has them: in any case, and several of a name.
 */
final class Carrier {

	static final TextMapGetter<Carrier> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Carrier carrier) {
			return carrier.headers.keySet();
		}

		@Override
		public @Nullable String get(@Nullable Carrier carrier, String key) {
			Iterator<String> all = getAll(carrier, key);
			return (all.hasNext()) ? all.next() : null;
		}

		@Override
		public Iterator<String> getAll(@Nullable Carrier carrier, String key) {
			return (carrier != null) ? carrier.all(key).iterator() : Collections.emptyIterator();
		}

	};

	private final Map<String, List<String>> headers = new LinkedHashMap<>();

	/**
	 * Creates a carrier.
	 * @param lines headers as they are on the wire
	 * @return a carrier
	 */
	static Carrier of(String... lines) {
		Carrier carrier = new Carrier();
		for (String line : lines) {
			int colon = line.indexOf(':');
			carrier.add(line.substring(0, colon), line.substring(colon + 1));
		}
		return carrier;
	}

	private void add(String name, String value) {
		this.headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), (key) -> new ArrayList<>()).add(value);
	}

	void set(String name, String value) {
		this.headers.remove(name.toLowerCase(Locale.ROOT));
		add(name, value);
	}

	List<String> all(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
	}

	@Nullable String get(String name) {
		return GETTER.get(this, name);
	}

}
