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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of meters. None is more important than another. Each part says once what its
 * values are of, so that it can go without the others.
 */
final class PointLayout implements Layout<Point> {

	private static final int ROW = 48;

	private static final int SERIES = 96;

	private final Json json = new Json();

	private final int maxSeries;

	/** Those that the newest part has described. */
	private final Map<Series, Long> described = new HashMap<>();

	private long dropped;

	private volatile SeriesStatus status;

	PointLayout(int maxSeries) {
		this.maxSeries = maxSeries;
		this.status = new SeriesStatus(0, maxSeries, 0);
	}

	SeriesStatus lastStatus() {
		return this.status;
	}

	@Override
	public List<Table> tables() {
		return List.of(new Table("points", """
				seq BIGINT, received BIGINT, bytes BIGINT, time_ns BIGINT, series BIGINT, value DOUBLE"""),
				new Table("series", """
						seq BIGINT, id BIGINT, service VARCHAR, version VARCHAR, instance VARCHAR, environment VARCHAR,
						family VARCHAR, name VARCHAR, unit VARCHAR, kind VARCHAR, attributes VARCHAR"""));
	}

	@Override
	public String important() {
		return "false";
	}

	@Override
	public void startAnew() {
		this.described.clear();
	}

	@Override
	public long append(Rows rows, long seq, long received, Point point) throws SQLException {
		long bytes = ROW;
		Long id = this.described.get(point.series());
		if (id == null) {
			if (this.described.size() >= this.maxSeries) {
				this.status = new SeriesStatus(this.described.size(), this.maxSeries, ++this.dropped);
				return 0;
			}
			id = point.series().id();
			bytes += describe(rows, seq, id, point.series());
		}
		rows.add(0, seq, received, bytes, point.timeNanos(), id, point.value());
		return bytes;
	}

	private long describe(Rows rows, long seq, long id, Series series) throws SQLException {
		String attributes = this.json.write(series.attributes());
		Origin origin = series.origin();
		rows.add(1, seq, id, origin.service(), origin.version(), origin.instance(), origin.environment(),
				series.family(), series.name(), series.unit(), series.kind().name(), attributes);
		this.described.put(series, id);
		this.status = new SeriesStatus(this.described.size(), this.maxSeries, this.dropped);
		return SERIES + origin.service().length() + origin.version().length() + origin.instance().length()
				+ origin.environment().length() + series.family().length() + series.name().length()
				+ series.unit().length() + attributes.length();
	}

}
