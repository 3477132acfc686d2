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

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Redacts one structured value and what is in it. Made for one call, since it counts what
 * it has seen: hostile nesting ends in an exception, not in time without end.
 */
final class Values {

	static final int MAX_DEPTH = 16;

	static final int MAX_ELEMENTS = 10_000;

	private static final long SHORTEST_CARD = 1_000_000_000_000L;

	private final RedactionPolicy policy;

	private int elements;

	Values(RedactionPolicy policy) {
		this.policy = policy;
	}

	@Nullable Object redact(String key, @Nullable Object value, int depth) {
		if (depth > MAX_DEPTH || ++this.elements > MAX_ELEMENTS) {
			throw new IllegalStateException("Value too large or too deep to redact");
		}
		if (value == null || value instanceof Boolean) {
			return value;
		}
		if (this.policy.isSecretKey(key)) {
			return this.policy.secret(value);
		}
		if (value instanceof CharSequence text) {
			return text(key, text);
		}
		if (value instanceof Number number) {
			return number(number);
		}
		return container(key, value, depth);
	}

	private Object text(String key, CharSequence value) {
		String text = value.toString();
		String redacted = this.policy.text(key, text);
		return (redacted.equals(text)) ? value : redacted;
	}

	private Object number(Number number) {
		boolean candidate = (number instanceof Long && number.longValue() >= SHORTEST_CARD)
				|| (number instanceof BigInteger big && big.bitLength() <= Long.SIZE);
		if (!candidate) {
			return number;
		}
		String digits = number.toString();
		String redacted = this.policy.text("", digits);
		return (redacted.equals(digits)) ? number : redacted;
	}

	private Object container(String key, Object value, int depth) {
		if (value instanceof Map<?, ?> map) {
			return map(map, depth);
		}
		if (value instanceof Collection<?> collection) {
			return list(key, collection, value, depth);
		}
		if (value instanceof Object[] array) {
			return list(key, Arrays.asList(array), value, depth);
		}
		return value;
	}

	private Object map(Map<?, ?> map, int depth) {
		Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
		boolean changed = false;
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			Object value = entry.getValue();
			Object redacted = redact(String.valueOf(entry.getKey()), value, depth + 1);
			changed |= redacted != value;
			if (redacted != null || value == null) {
				copy.put(entry.getKey(), redacted);
			}
		}
		return (changed) ? copy : map;
	}

	private Object list(String key, Collection<?> collection, Object original, int depth) {
		List<@Nullable Object> copy = new ArrayList<>(collection.size());
		boolean changed = false;
		for (Object element : collection) {
			Object redacted = redact(key, element, depth + 1);
			changed |= redacted != element;
			copy.add(redacted);
		}
		return (changed) ? copy : original;
	}

}
