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

package io.sightline.console.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions of a query. What comes from a client goes into the values, never into the
 * text.
 */
public final class Where {

	private final List<String> conditions = new ArrayList<>();

	private final List<Object> values = new ArrayList<>();

	/**
	 * Add a condition.
	 * @param condition the condition in SQL, with question marks
	 * @param parameters the values for the question marks
	 * @return this
	 */
	public Where and(String condition, Object... parameters) {
		this.conditions.add("(" + condition + ")");
		this.values.addAll(List.of(parameters));
		return this;
	}

	/**
	 * Return these conditions and others.
	 * @param others the others
	 * @return all of them
	 */
	public Where plus(Where others) {
		Where all = new Where();
		all.conditions.addAll(this.conditions);
		all.conditions.addAll(others.conditions);
		all.values.addAll(this.values);
		all.values.addAll(others.values);
		return all;
	}

	/**
	 * Return the conditions.
	 * @return the conditions in SQL; true if there is none
	 */
	public String sql() {
		return this.conditions.isEmpty() ? "true" : String.join(" AND ", this.conditions);
	}

	/**
	 * Return the values.
	 * @return the values in the order of their question marks
	 */
	public List<Object> values() {
		return List.copyOf(this.values);
	}

}
