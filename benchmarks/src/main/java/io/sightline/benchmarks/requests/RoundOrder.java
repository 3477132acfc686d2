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

package io.sightline.benchmarks.requests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * In which order services have their turns: each is first equally often, and after as
 * many rounds as there are services the direction changes, so that none always follows
 * the same one.
 */
final class RoundOrder {

	private RoundOrder() {
	}

	static <T> List<T> of(List<T> services, int round) {
		List<T> order = new ArrayList<>(services);
		int size = services.size();
		if (round / size % 2 == 1) {
			Collections.reverse(order);
		}
		Collections.rotate(order, -(round % size));
		return order;
	}

}
