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

package io.sightline.tracing.jdbc;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The statements that were added to a batch. Of a batch of many different ones the first
 * are remembered, and all are counted.
 */
final class Batch {

	private static final int MAX_DISTINCT = 16;

	private final Set<String> distinct = new LinkedHashSet<>(2);

	private int size;

	void add(String sql) {
		this.size++;
		if (this.distinct.size() < MAX_DISTINCT) {
			this.distinct.add(sql);
		}
	}

	void clear() {
		this.size = 0;
		this.distinct.clear();
	}

	int size() {
		return this.size;
	}

	Set<String> distinct() {
		return this.distinct;
	}

}
