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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.sightline.console.store.Origin;
import io.sightline.console.store.Point;
import io.sightline.console.store.Series;

/**
 * Tells what is new in what a target says. A value that stays the same is kept once in a
 * while only; where a series ends, it says so. What counts and appears while the target
 * is watched has counted from zero since then.
 */
final class Changes {

	/** Readers look for a value as far back as this, and a little more. */
	static final long KEPT_NANOS = 240_000_000_000L;

	private static final double NOTHING = Double.NaN;

	private final Map<Series, Last> known = new HashMap<>();

	private long previous;

	private int round;

	/**
	 * Take what a target says.
	 * @param samples the values
	 * @param target the target
	 * @param now the time in nanoseconds since the epoch
	 * @return what is to be kept
	 */
	List<Point> take(List<Sample> samples, Target target, long now) {
		List<Point> points = new ArrayList<>();
		this.round++;
		for (Sample sample : samples) {
			add(points, sample, series(sample, target), now);
		}
		for (Iterator<Map.Entry<Series, Last>> rest = this.known.entrySet().iterator(); rest.hasNext();) {
			Map.Entry<Series, Last> entry = rest.next();
			if (entry.getValue().round != this.round) {
				points.add(new Point(now, entry.getKey(), NOTHING));
				rest.remove();
			}
		}
		this.previous = now;
		return points;
	}

	private void add(List<Point> points, Sample sample, Series series, long now) {
		Last last = this.known.get(series);
		if (last == null) {
			last = new Last();
			this.known.put(series, last);
			if (sample.counts() && this.previous > 0) {
				points.add(new Point(this.previous, series, 0));
			}
		}
		last.round = this.round;
		if (last.kept == 0 || last.value != sample.value() || now - last.kept >= KEPT_NANOS) {
			points.add(new Point(now, series, sample.value()));
			last.value = sample.value();
			last.kept = now;
		}
	}

	/**
	 * Take that a target is down.
	 * @param now the time in nanoseconds since the epoch
	 * @return what is to be kept
	 */
	List<Point> end(long now) {
		List<Point> points = new ArrayList<>();
		this.known.forEach((series, last) -> {
			if (last.kept != 0) {
				points.add(new Point(now, series, NOTHING));
				last.kept = 0;
			}
		});
		return points;
	}

	private static Series series(Sample sample, Target target) {
		Map<String, Object> tags = new HashMap<>(sample.labels());
		String service = take(tags, "application", target.name());
		Origin origin = new Origin(service, take(tags, "version", ""), target.instance(),
				take(tags, "environment", ""));
		return new Series(origin, sample.family(), sample.name(), "", sample.kind(), tags);
	}

	private static String take(Map<String, Object> tags, String name, String fallback) {
		Object value = tags.remove(name);
		return (value != null && !value.equals("")) ? value.toString() : fallback;
	}

	/**
	 * What was last said.
	 */
	private static final class Last {

		private double value;

		private long kept;

		private int round;

	}

}
