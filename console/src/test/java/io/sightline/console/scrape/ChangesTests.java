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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.sightline.console.store.Point;
import io.sightline.console.store.Series;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTests {

	private static final long SECOND = 1_000_000_000;

	private static final long HOUR = 3600 * SECOND;

	private final Target target = Target.of("shop", URI.create("http://localhost:8080/"));

	private final Changes changes = new Changes(Duration.ofSeconds(5));

	@Test
	void keepsWhatIsNewOnly() {
		assertThat(take(HOUR, sample("a", 1), sample("b", 1))).isEqualTo("a=1 b=1");
		assertThat(take(HOUR + 5 * SECOND, sample("a", 1), sample("b", 2))).isEqualTo("b=2");
		assertThat(take(HOUR + 245 * SECOND, sample("a", 1), sample("b", 2))).isEqualTo("a=1 b=2");
	}

	@Test
	void lastsAShorterTimeThanReadersLookBack() {
		assertThat(Changes.KEPT_NANOS + 30 * SECOND).isLessThan(300 * SECOND);
	}

	@Test
	void countsFromZeroWhatAppearsWhileItIsWatched() {
		assertThat(take(HOUR, counter("old_total", 7))).isEqualTo("old_total=7");
		List<Point> points = this.changes.take(List.of(counter("old_total", 7), counter("new_total", 3)), this.target,
				2 * HOUR);
		assertThat(points).filteredOn((point) -> point.series().name().equals("new_total"))
			.extracting(Point::timeNanos, Point::value)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(HOUR, 0.0),
					org.assertj.core.groups.Tuple.tuple(2 * HOUR, 3.0));
	}

	@Test
	void saysWhereASeriesEnds() {
		take(HOUR, sample("a", 1), sample("b", 1));
		assertThat(take(HOUR + SECOND, sample("b", 1))).isEqualTo("a=NaN");
		assertThat(text(this.changes.end(HOUR + 2 * SECOND))).isEqualTo("b=NaN");
		assertThat(this.changes.end(HOUR + 3 * SECOND)).isEmpty();
		assertThat(take(HOUR + 4 * SECOND, sample("b", 1))).isEqualTo("b=1");
	}

	@Test
	void assumesNothingOfWhatReturns() {
		take(HOUR, sample("a", 1), counter("old_total", 7));
		assertThat(take(HOUR + SECOND, sample("a", 1))).isEqualTo("old_total=NaN");
		assertThat(take(HOUR + 2 * SECOND, sample("a", 1), counter("old_total", 9))).isEqualTo("old_total=9");
		this.changes.end(HOUR + 3 * SECOND);
		assertThat(take(HOUR + 4 * SECOND, sample("a", 1), counter("other_total", 5))).contains("other_total=5")
			.doesNotContain("=0");
		assertThat(take(HOUR + 5 * SECOND, sample("a", 1), counter("new_total", 5)))
			.contains("new_total=0 new_total=5");
	}

	@Test
	void endsOnceWhatIsGoneAfterAGap() {
		take(HOUR, sample("a", 1), sample("b", 1));
		this.changes.end(HOUR + SECOND);
		assertThat(take(HOUR + 2 * SECOND, sample("b", 1))).isEqualTo("b=1");
	}

	@Test
	void tellsAgainWhatWasRefused() {
		take(HOUR, sample("a", 1), sample("b", 1), sample("c", 1));
		List<Point> refused = this.changes.take(List.of(sample("a", 2), sample("b", 1), counter("new_total", 3)),
				this.target, HOUR + SECOND);
		assertThat(text(refused)).isEqualTo("a=2 c=NaN new_total=0 new_total=3");
		this.changes.refused(refused);
		assertThat(take(HOUR + 2 * SECOND, sample("a", 2), sample("b", 1), counter("new_total", 3)))
			.isEqualTo("a=2 c=NaN new_total=0 new_total=3");
		assertThat(take(HOUR + 3 * SECOND, sample("a", 2), sample("b", 1), counter("new_total", 3))).isEmpty();
	}

	@Test
	void keepsConstantsWhenTheClockGoesBack() {
		take(2 * HOUR, sample("a", 1));
		assertThat(take(HOUR, sample("a", 1))).isEqualTo("a=1");
		assertThat(take(HOUR + SECOND, sample("a", 1))).isEmpty();
	}

	@Test
	void keepsConstantsInTimeWhateverTheInterval() {
		for (int seconds = 1; seconds <= 120; seconds++) {
			Changes slow = new Changes(Duration.ofSeconds(seconds));
			long kept = HOUR;
			for (long now = HOUR; now < 2 * HOUR; now += seconds * SECOND) {
				assertThat(now - kept).isLessThanOrEqualTo(Changes.KEPT_NANOS);
				kept = slow.take(List.of(sample("a", 1)), this.target, now).isEmpty() ? kept : now;
			}
		}
	}

	@Test
	void knowsWhoTellsIt() {
		Sample sample = new Sample("a", "a", Series.Kind.GAUGE,
				Map.of("application", "orders", "version", "2", "environment", "test", "uri", "/x"), 1, null);
		Series series = this.changes.take(List.of(sample), this.target, HOUR).get(0).series();
		assertThat(series.origin().service()).isEqualTo("orders");
		assertThat(series.origin().version()).isEqualTo("2");
		assertThat(series.origin().instance()).isEqualTo("localhost:8080");
		assertThat(series.attributes()).isEqualTo(Map.of("uri", "/x"));
		assertThat(this.changes.take(List.of(sample("b", 1)), this.target, HOUR).get(0).series().origin().service())
			.isEqualTo("shop");
	}

	private String take(long now, Sample... samples) {
		return text(this.changes.take(List.of(samples), this.target, now));
	}

	private static String text(List<Point> points) {
		return String.join(" ",
				points.stream().map((point) -> point.series().name() + "=" + number(point.value())).sorted().toList());
	}

	private static String number(double value) {
		return Double.isNaN(value) ? "NaN" : String.valueOf((long) value);
	}

	private static Sample sample(String name, double value) {
		return new Sample(name, name, Series.Kind.GAUGE, Map.of(), value, null);
	}

	private static Sample counter(String name, double value) {
		return new Sample(name, name, Series.Kind.COUNTER, Map.of(), value, null);
	}

}
