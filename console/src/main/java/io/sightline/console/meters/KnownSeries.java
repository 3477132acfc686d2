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

package io.sightline.console.meters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

/**
 * What values are values of.
 *
 * @param id its number in the store
 * @param service the service
 * @param version its version
 * @param instance its address or name
 * @param name the meter, with what it tells of a distribution
 * @param kind the kind of the meter
 * @param tags the meter's tags
 */
record KnownSeries(long id, String service, String version, String instance, String name, String kind,
		Map<String, String> tags) {

	static final String COLUMNS = "id, service, version, instance, name, kind, attributes, environment";

	private static final JsonMapper mapper = new JsonMapper();

	static KnownSeries of(ResultSet row, int number) throws SQLException {
		Map<String, String> tags = new TreeMap<>();
		mapper.readTree(row.getString(7))
			.properties()
			.forEach((entry) -> tags.put(entry.getKey(), entry.getValue().asString("")));
		if (!row.getString(8).isEmpty()) {
			tags.put("environment", row.getString(8));
		}
		return new KnownSeries(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
				row.getString(6), tags);
	}

	/**
	 * Return a tag, or what all series have.
	 * @param tag the tag
	 * @return its value, empty if there is none
	 */
	String tag(String tag) {
		return switch (tag) {
			case "service" -> this.service;
			case "version" -> this.version;
			case "instance" -> this.instance;
			default -> this.tags.getOrDefault(tag, "");
		};
	}

	boolean is(String part) {
		return this.name.endsWith("_" + part) || this.name.endsWith("." + part);
	}

	double bound() {
		String le = tag("le");
		try {
			return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

}
