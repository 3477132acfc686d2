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

package io.sightline.console.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * In what selected events differ from the others.
 *
 * @param selected how many events were selected
 * @param baseline how many others there are
 * @param fields the fields that differ for certain, the most different first
 */
record Comparison(long selected, long baseline, List<Field> fields) {

	/**
	 * A field that differs.
	 *
	 * @param field the field
	 * @param score by how much it differs at least, from 0 to 1
	 * @param values its most different values
	 */
	record Field(String field, double score, List<Value> values) {
	}

	/**
	 * A value of a field.
	 *
	 * @param value the value, nothing where the field is not there
	 * @param selected how many of the selected events have it
	 * @param baseline how many of the others have it
	 * @param score by how much its shares differ at least, below 0 if that can be chance
	 */
	record Value(@Nullable String value, long selected, long baseline, double score) {
	}

}
