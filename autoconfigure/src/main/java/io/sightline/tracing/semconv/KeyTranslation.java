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

package io.sightline.tracing.semconv;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.micrometer.common.KeyValue;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/**
 * Puts key values of an observation on its span: those that the conventions know under
 * their name there, those that stand for something else not at all, and what the
 * application added as it is.
 */
final class KeyTranslation {

	private final Map<String, AttributeKey<?>> names;

	private final Set<String> left;

	/**
	 * Creates a translation.
	 * @param names the attribute that a key becomes
	 * @param left keys that are left out
	 */
	KeyTranslation(Map<String, AttributeKey<?>> names, Set<String> left) {
		this.names = new HashMap<>(names);
		this.left = Set.copyOf(left);
	}

	void apply(Iterable<KeyValue> keyValues, Span span) {
		for (KeyValue keyValue : keyValues) {
			String key = keyValue.getKey();
			AttributeKey<?> name = this.names.get(key);
			if (name != null) {
				put(span, name, keyValue.getValue());
			}
			else if (!this.left.contains(key)) {
				span.setAttribute(key, keyValue.getValue());
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static void put(Span span, AttributeKey<?> name, String value) {
		if (value.isEmpty() || KeyValue.NONE_VALUE.equals(value)) {
			return;
		}
		if (name.getType() != io.opentelemetry.api.common.AttributeType.LONG) {
			span.setAttribute((AttributeKey<String>) name, value);
			return;
		}
		long number = Numbers.parse(value);
		if (number >= 0) {
			span.setAttribute((AttributeKey<Long>) name, number);
		}
	}

}
