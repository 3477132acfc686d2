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

/**
 * The name of a field that the application added, as it is written.
 *
 * @param key the name as the application gave it
 * @param text whether it is the name of a text
 * @param name the name, safe and free in the format
 * @param encoded the same, encoded
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record CustomName(String key, boolean text, String name, byte[] encoded) {

	CustomName(String key, boolean text, String name) {
		this(key, text, name, JsonBytes.encodeName(name));
	}

}
