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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.console.store.Origin;
import io.sightline.console.store.Point;
import io.sightline.console.store.Series;

/**
 * Tells what is new in what a target says. A value that stays the same is kept once in a
 * while only; where a series ends, it says so. What counts and appears for the first time
 * while the target is watched has counted from zero since then.
 */
final class Changes {

	/** Readers look for a value as far back as this, and a little more. */
	static final long KEPT_NANOS = 240_000_000_000L;

	private static final double NOTHING = Double.NaN;

	/** How many series that ended are remembered, and how many ends may be owed. */
	private static final int MAX_GONE = 10_000;

	private final long interval;

	private final Map<Series, Last> known = new HashMap<>();

	/** Hashes of series that were there and are not, the oldest first. */
	private final Set<Integer> gone = new LinkedHashSet<>();

	private final List<Point> owed = new ArrayList<>();

	private long previous;

	private int round;

	Changes(Duration interval) {
		this.interval = interval.toNanos();
	}

	/**
	 * Take what a target says.
	 * @param samples the values
	 * @param target the target
	 * @param now the time in nanoseconds since the epoch
	 * @return what is to be kept
	 */
	List<Point> take(List<Sample> samples, Target target, long now) {
		List<Point> points = owed();
		this.round++;
		for (Sample sample : samples) {
			add(points, sample, series(sample, target), now);
		}
		for (Iterator<Map.Entry<Series, Last>> rest = this.known.entrySet().iterator(); rest.hasNext();) {
			Map.Entry<Series, Last> entry = rest.next();
			if (entry.getValue().round != this.round) {
				if (entry.getValue().kept != 0) {
					points.add(new Point(now, entry.getKey(), NOTHING));
				}
				remember(entry.getKey());
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
			boolean returned = this.gone.remove(series.hashCode());
			if (sample.counts() && !returned && this.previous > 0 && this.previous < now) {
				last.zeroAt = this.previous;
			}
		}
		last.round = this.round;
		if (last.zeroAt > 0) {
			points.add(new Point(last.zeroAt, series, 0));
			last.zeroAt = 0;
		}
		if (last.kept == 0 || last.refused || last.value != sample.value() || isDue(last, now)) {
			points.add(new Point(now, series, sample.value()));
			last.value = sample.value();
			last.kept = now;
			last.refused = false;
		}
	}

	/**
	 * The next visit would be too late, or the clock went back.
	 */
	private boolean isDue(Last last, long now) {
		return now < last.kept || now - last.kept + this.interval > KEPT_NANOS;
	}

	private void remember(Series series) {
		this.gone.add(series.hashCode());
		if (this.gone.size() > MAX_GONE) {
			this.gone.remove(this.gone.iterator().next());
		}
	}

	private List<Point> owed() {
		List<Point> points = new ArrayList<>(this.owed);
		this.owed.clear();
		return points;
	}

	/**
	 * Take that a target is down. What counts may have done so meanwhile: it has not
	 * counted from zero when it is back.
	 * @param now the time in nanoseconds since the epoch
	 * @return what is to be kept
	 */
	List<Point> end(long now) {
		List<Point> points = owed();
		this.known.forEach((series, last) -> {
			if (last.kept != 0) {
				points.add(new Point(now, series, NOTHING));
				last.kept = 0;
			}
			last.zeroAt = 0;
		});
		this.previous = 0;
		return points;
	}

	/**
	 * Take that there was no room for what was to be kept: it is told again.
	 * @param points what was not kept
	 */
	void refused(List<Point> points) {
		for (Point point : points) {
			Last last = this.known.get(point.series());
			if (Double.isNaN(point.value())) {
				if (this.owed.size() < MAX_GONE) {
					this.owed.add(point);
				}
			}
			else if (last != null) {
				last.refused = true;
				last.zeroAt = (point.timeNanos() < last.kept) ? point.timeNanos() : last.zeroAt;
			}
		}
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

		private long zeroAt;

		private boolean refused;

		private int round;

	}

}
