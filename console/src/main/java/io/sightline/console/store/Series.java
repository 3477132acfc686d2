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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What values over time are values of.
 *
 * @param origin who measures
 * @param family the meter
 * @param name the meter, with what it tells of a distribution
 * @param unit its unit, or empty
 * @param kind the kind of the meter
 * @param attributes the meter's tags
 */
public record Series(Origin origin, String family, String name, String unit, Kind kind,
		Map<String, Object> attributes) {

	public Series {
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Return a number that is the same for the same series, also after a restart.
	 * @return the number
	 */
	long id() {
		String identity = this.origin + "\0" + this.name + "\0" + this.unit + "\0" + new TreeMap<>(this.attributes);
		UUID hash = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
		return ByteBuffer.allocate(Long.BYTES).putLong(hash.getMostSignificantBits()).getLong(0);
	}

	/**
	 * The kinds of meters.
	 */
	public enum Kind {

		/** Goes up and down. */
		GAUGE,
		/** Only goes up. */
		COUNTER,
		/** Counts, sums and buckets. */
		HISTOGRAM,
		/** Counts and sums. */
		SUMMARY

	}

}
