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

package io.sightline.diagnostics.keys;

import java.util.List;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * A key that exists, with places for the keys of maps and the indexes of lists.
 *
 * @param elements the elements of the key
 */
record KeyTemplate(List<String> elements) {

	/**
	 * This key, with what another has at the same places, counted from one end.
	 */
	String fill(ConfigurationPropertyName name, boolean fromEnd) {
		int shift = fromEnd ? name.getNumberOfElements() - this.elements.size() : 0;
		StringBuilder key = new StringBuilder();
		for (int i = 0; i < this.elements.size(); i++) {
			String element = this.elements.get(i);
			int place = i + shift;
			boolean present = place >= 0 && place < name.getNumberOfElements();
			if (KeyNode.ANY_INDEX.equals(element)) {
				boolean numeric = present && name.isNumericIndex(place);
				key.append('[').append(numeric ? name.getElement(place, Form.UNIFORM) : "0").append(']');
			}
			else {
				boolean open = KeyNode.ANY_KEY.equals(element);
				key.append(key.isEmpty() ? "" : ".");
				key.append((open && present) ? name.getElement(place, Form.ORIGINAL) : open ? "<name>" : element);
			}
		}
		return key.toString();
	}

	boolean endsWith(String element) {
		return this.elements.get(this.elements.size() - 1).equals(element);
	}

}
