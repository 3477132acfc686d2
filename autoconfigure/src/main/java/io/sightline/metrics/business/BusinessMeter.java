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

package io.sightline.metrics.business;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The declaration of a meter.
 *
 * @param name the name, in lower case with dots
 * @param type what it measures
 * @param description what it means, for people
 * @param unit the unit, which becomes a part of its name in Prometheus
 * @param tags the keys of its tags
 */
public record BusinessMeter(String name, Type type, @Nullable String description, @Nullable String unit,
		Set<String> tags) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([._][a-z0-9]+)*");

	/**
	 * Endings that the Prometheus client takes away.
	 */
	private static final List<String> RESERVED = List.of("total", "created", "info", "bucket");

	/**
	 * Checks the declaration.
	 */
	public BusinessMeter {
		if (!NAME.matcher(name).matches()) {
			throw new InvalidBusinessMeterException(name, "its name must be lower case words with dots between them");
		}
		for (String ending : RESERVED) {
			if (name.endsWith("." + ending) || name.endsWith("_" + ending)) {
				throw new InvalidBusinessMeterException(name,
						"Prometheus strips '" + ending + "' from the end of a name: leave it out");
			}
		}
		tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
		for (String tag : tags) {
			if (IdLike.isKey(tag)) {
				throw new InvalidBusinessMeterException(name, IdLike.explain(tag));
			}
		}
	}

	/**
	 * Declares a counter of events.
	 * @param name its name
	 * @param description what it means
	 * @param tags the keys of its tags
	 * @return the declaration
	 */
	public static BusinessMeter counter(String name, String description, String... tags) {
		return new BusinessMeter(name, Type.COUNTER, description, null, Set.of(tags));
	}

	/**
	 * Declares a sum of amounts.
	 * @param name its name
	 * @param description what it means
	 * @param tags the keys of its tags
	 * @return the declaration
	 */
	public static BusinessMeter amount(String name, String description, String... tags) {
		return new BusinessMeter(name, Type.AMOUNT, description, null, Set.of(tags));
	}

	/**
	 * Declares a value that goes up and down.
	 * @param name its name
	 * @param description what it means
	 * @param tags the keys of its tags
	 * @return the declaration
	 */
	public static BusinessMeter gauge(String name, String description, String... tags) {
		return new BusinessMeter(name, Type.GAUGE, description, null, Set.of(tags));
	}

	/**
	 * Declares a timer.
	 * @param name its name
	 * @param description what it means
	 * @param tags the keys of its tags
	 * @return the declaration
	 */
	public static BusinessMeter timer(String name, String description, String... tags) {
		return new BusinessMeter(name, Type.TIMER, description, null, Set.of(tags));
	}

	/**
	 * What a meter measures.
	 */
	public enum Type {

		/**
		 * How many events.
		 */
		COUNTER,

		/**
		 * The sum of amounts.
		 */
		AMOUNT,

		/**
		 * A value that goes up and down.
		 */
		GAUGE,

		/**
		 * How long something takes.
		 */
		TIMER

	}

}
