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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.sightline.logging.CapturedEvent;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * The values of the {@link io.sightline.context.LogContext}, under names as key-values
 * have them. What the event itself says under a name wins.
 */
final class ContextValuesProvider extends LineProvider {

	@Override
	void write(JsonGenerator json, CapturedEvent event) {
		Map<String, Object> values = event.contextValues();
		if (values.isEmpty()) {
			return;
		}
		Set<String> taken = names(event);
		values.forEach((key, value) -> {
			String name = CustomFieldsProvider.name(key);
			if (taken.add(name)) {
				json.writeName(name);
				json.writePOJO(SafeValues.copy(value));
			}
		});
	}

	private static Set<String> names(CapturedEvent event) {
		Set<String> names = new TreeSet<>();
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (pairs != null) {
			pairs.forEach((pair) -> names.add(CustomFieldsProvider.name(pair.key)));
		}
		event.getMDCPropertyMap().keySet().forEach((key) -> names.add(CustomFieldsProvider.name(key)));
		return names;
	}

}
