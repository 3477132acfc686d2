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

package io.sightline.metrics.cardinality;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes in what comes first, until it is full. What is in or too late is told without a
 * lock.
 */
final class BoundedSet<T> {

	private final Set<T> elements = ConcurrentHashMap.newKeySet();

	private final int limit;

	private volatile boolean full;

	BoundedSet(int limit) {
		this.limit = limit;
		this.full = limit == 0;
	}

	boolean admits(T element) {
		return this.elements.contains(element) || (!this.full && add(element));
	}

	private synchronized boolean add(T element) {
		if (this.full) {
			return this.elements.contains(element);
		}
		this.elements.add(element);
		this.full = this.elements.size() >= this.limit;
		return true;
	}

	boolean contains(T element) {
		return this.elements.contains(element);
	}

	int size() {
		return this.elements.size();
	}

}
