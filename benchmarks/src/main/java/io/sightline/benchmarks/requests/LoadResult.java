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

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of requests.
 *
 * @param answers how many were answered with 200
 * @param failures how many were not, by what came instead
 */
record LoadResult(long answers, SortedMap<String, Long> failures) {

	static LoadResult sum(Collection<LoadResult> results) {
		SortedMap<String, Long> failures = new TreeMap<>();
		long answers = 0;
		for (LoadResult result : results) {
			answers += result.answers;
			result.failures.forEach((what, count) -> failures.merge(what, count, Long::sum));
		}
		return new LoadResult(answers, failures);
	}

	/**
	 * Fails if a request was not answered: what an error costs says nothing.
	 */
	LoadResult checked(String who) {
		if (!this.failures.isEmpty()) {
			throw new IllegalStateException("no figures: of " + who + " not all answers were 200: " + this.answers
					+ " were, and there were " + this.failures);
		}
		return this;
	}

}
