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

package io.sightline.metrics.cardinality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Who reached a limit, and how often. Each is named in the log once.
 */
public final class CardinalityReport {

	/**
	 * Stands for the tag when there are too many series of a meter.
	 */
	public static final String ALL_TAGS = "*";

	/**
	 * Stands for the meter when there are too many names.
	 */
	public static final String ALL_METERS = CardinalityLimit.OVERFLOW;

	private static final String KEY = "sightline.metrics.cardinality";

	private final Log logger = LogFactory.getLog(CardinalityReport.class);

	private final Map<Key, Excess> overflows = new ConcurrentHashMap<>();

	private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Takes note of something for which there was no room.
	 * @param sample what it was
	 */
	void overflowed(String meter, String tag, int limit, Object sample) {
		Key key = new Key(meter, tag);
		Excess excess = this.overflows.get(key);
		if (excess == null) {
			excess = add(key, limit);
		}
		excess.add(sample);
	}

	private Excess add(Key key, int limit) {
		Excess count = new Excess();
		Excess present = this.overflows.putIfAbsent(key, count);
		if (present != null) {
			return present;
		}
		this.logger.warn(message(key, limit));
		this.listeners.forEach((listener) -> listener.accept(key.meter()));
		return count;
	}

	void onOverflow(Consumer<String> listener) {
		this.listeners.add(listener);
		this.overflows.keySet().forEach((key) -> listener.accept(key.meter()));
	}

	long overflows(String meter) {
		return overflows().stream()
			.filter((overflow) -> overflow.meter().equals(meter))
			.mapToLong(Overflow::count)
			.sum();
	}

	private static String message(Key key, int limit) {
		if (ALL_METERS.equals(key.meter())) {
			return "There are more than %d names of meters: what further ones record is added up. ".formatted(limit)
					+ "Put what varies into a tag, or raise '%s.meter-names'".formatted(KEY);
		}
		if (ALL_TAGS.equals(key.tag())) {
			return "The meter '%s' has more than %d series: further ones are recorded as '%s'. ".formatted(key.meter(),
					limit, CardinalityLimit.OVERFLOW)
					+ "Take a tag away, or raise '%s.meters[%s].series'".formatted(KEY, key.meter());
		}
		return "The tag '%s' of the meter '%s' has more than %d values: further ones are recorded as '%s'. "
			.formatted(key.tag(), key.meter(), limit, CardinalityLimit.OVERFLOW)
				+ "Use a value of a small set, such as a template, or raise '%s.meters[%s].values-per-tag'"
					.formatted(KEY, key.meter());
	}

	/**
	 * Who reached a limit.
	 * @return a line for each tag of each meter, the worst first
	 */
	public List<Overflow> overflows() {
		return this.overflows.entrySet()
			.stream()
			.map((entry) -> entry.getValue().toOverflow(entry.getKey()))
			.sorted(Comparator.comparingLong(Overflow::count).reversed().thenComparing(Overflow::meter))
			.toList();
	}

	/**
	 * What is beyond a limit. An attacker may have chosen it, so little of it is kept.
	 */
	private static final class Excess {

		private static final int SAMPLES = 3;

		private static final int LENGTH = 80;

		private final LongAdder count = new LongAdder();

		private final Set<String> samples = ConcurrentHashMap.newKeySet();

		void add(Object sample) {
			this.count.increment();
			if (this.samples.size() < SAMPLES) {
				String text = String.valueOf(sample);
				this.samples.add((text.length() > LENGTH) ? text.substring(0, LENGTH) : text);
			}
		}

		Overflow toOverflow(Key key) {
			return new Overflow(key.meter(), key.tag(), this.count.sum(),
					this.samples.stream().sorted().limit(SAMPLES).toList());
		}

	}

	private record Key(String meter, String tag) {

	}

	/**
	 * A limit that was reached.
	 *
	 * @param meter the name of the meter
	 * @param tag the tag with too many values, or {@value #ALL_TAGS}
	 * @param count how often a meter was looked up beyond the limit
	 * @param samples the first values that found no room
	 */
	public record Overflow(String meter, String tag, long count, List<String> samples) {

	}

}
