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

package io.sightline.console.scrape;

import java.util.Map;

import io.sightline.console.store.Series;
import org.jspecify.annotations.Nullable;

/**
 * A value that a service tells.
 *
 * @param family the meter
 * @param name the meter, with what it tells of a distribution
 * @param kind the kind of the meter
 * @param labels its tags
 * @param value the value
 * @param exemplar a request of those that it counts
 */
record Sample(String family, String name, Series.Kind kind, Map<String, Object> labels, double value,
		@Nullable Exemplar exemplar) {

	/**
	 * Return whether it only goes up.
	 * @return whether it counts
	 */
	boolean counts() {
		return this.kind != Series.Kind.GAUGE;
	}

	/**
	 * One of many requests.
	 *
	 * @param traceId its trace
	 * @param value its value
	 */
	record Exemplar(String traceId, double value) {
	}

}
