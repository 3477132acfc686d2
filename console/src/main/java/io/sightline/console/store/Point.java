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

package io.sightline.console.store;

import java.util.Map;

/**
 * A value of a meter at one time.
 *
 * @param timeNanos when it was measured, since the epoch
 * @param series what it is a value of
 * @param value the value; not a number where the series ended
 */
public record Point(long timeNanos, Series series, double value) {

	/**
	 * Create a value of a gauge.
	 * @param timeNanos when it was measured, since the epoch
	 * @param origin who measured it
	 * @param name the meter
	 * @param unit its unit, or empty
	 * @param value the value
	 * @param attributes the meter's tags
	 */
	public Point(long timeNanos, Origin origin, String name, String unit, double value,
			Map<String, Object> attributes) {
		this(timeNanos, new Series(origin, name, name, unit, Series.Kind.GAUGE, attributes), value);
	}

}
