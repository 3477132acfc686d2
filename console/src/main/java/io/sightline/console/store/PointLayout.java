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

import java.sql.SQLException;
import java.util.List;

/**
 * Values of meters. None is more important than another.
 */
final class PointLayout implements Layout<Point> {

	private static final int ROW = 64;

	private final Json json = new Json();

	@Override
	public List<Table> tables() {
		return List.of(new Table("points", """
				seq BIGINT, received BIGINT, bytes BIGINT, time_ns BIGINT, service VARCHAR, instance VARCHAR,
				name VARCHAR, unit VARCHAR, value DOUBLE, attributes VARCHAR"""));
	}

	@Override
	public String important() {
		return "false";
	}

	@Override
	public long append(Rows rows, long seq, long received, Point point) throws SQLException {
		String attributes = this.json.write(point.attributes());
		Origin origin = point.origin();
		long bytes = ROW + origin.service().length() + origin.instance().length() + point.name().length()
				+ point.unit().length() + attributes.length();
		rows.add(0, seq, received, bytes, point.timeNanos(), origin.service(), origin.instance(), point.name(),
				point.unit(), point.value(), attributes);
		return bytes;
	}

}
