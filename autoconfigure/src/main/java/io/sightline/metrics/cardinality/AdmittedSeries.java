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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.sightline.metrics.cardinality.CardinalityLimits.MeterLimits;
import org.jspecify.annotations.Nullable;

/**
 * The series of one meter. Decides which tags an id keeps the values of.
 */
final class AdmittedSeries {

	private static final int MAX_KEYS = 100;

	private static final int KEY_SETS = 10;

	private final String meter;

	private final MeterLimits limits;

	private final boolean summable;

	private final CardinalityReport report;

	private final BoundedSet<Tags> series;

	/**
	 * Series with the values of some tags added up, which are needed when there is no
	 * room for others.
	 */
	private final BoundedSet<Tags> reserve;

	/**
	 * Series with the values of all tags added up: one, unless keys vary as well.
	 */
	private final BoundedSet<Tags> keys = new BoundedSet<>(KEY_SETS);

	private final Map<String, BoundedSet<String>> values = new ConcurrentHashMap<>();

	AdmittedSeries(String meter, MeterLimits limits, boolean summable, CardinalityReport report) {
		this.meter = meter;
		this.limits = limits;
		this.summable = summable;
		this.report = report;
		this.series = new BoundedSet<>(limits.series());
		this.reserve = new BoundedSet<>(limits.series() / 10);
	}

	/**
	 * Whether what is recorded under several ids can be recorded under one of them.
	 */
	boolean isSummable() {
		return this.summable;
	}

	Meter.Id admit(Meter.Id id) {
		Tags tags = Tags.of(id.getTagsAsIterable());
		if (this.series.contains(tags)) {
			return id;
		}
		Tags bounded = boundValues(tags);
		Tags admitted = this.series.admits(bounded) ? bounded : merge(bounded);
		return (admitted == tags) ? id : id.replaceTags(admitted);
	}

	private Tags boundValues(Tags tags) {
		List<Tag> bounded = new ArrayList<>();
		boolean changed = false;
		for (Tag tag : tags) {
			BoundedSet<String> admitted = valuesOf(tag.getKey());
			if (admitted == null) {
				this.report.overflowed(this.meter, CardinalityReport.ALL_TAGS, MAX_KEYS, tag.getKey());
				changed = true;
			}
			else if (CardinalityLimit.OVERFLOW.equals(tag.getValue()) || admitted.admits(tag.getValue())) {
				bounded.add(tag);
			}
			else {
				this.report.overflowed(this.meter, tag.getKey(), this.limits.valuesPerTag(), tag.getValue());
				bounded.add(overflow(tag));
				changed = true;
			}
		}
		return changed ? Tags.of(bounded) : tags;
	}

	private @Nullable BoundedSet<String> valuesOf(String key) {
		BoundedSet<String> admitted = this.values.get(key);
		if (admitted != null || this.values.size() >= MAX_KEYS) {
			return admitted;
		}
		return this.values.computeIfAbsent(key, (added) -> new BoundedSet<>(this.limits.valuesPerTag()));
	}

	/**
	 * There is no room for another series: give up the value of the tag that has most of
	 * them, which is the one at fault, or else those of all.
	 */
	private Tags merge(Tags tags) {
		this.report.overflowed(this.meter, CardinalityReport.ALL_TAGS, this.limits.series(), tags);
		Tag worst = null;
		for (Tag tag : tags) {
			worst = (worst == null || values(tag) > values(worst)) ? tag : worst;
		}
		Tags merged = (worst != null) ? tags.and(overflow(worst)) : tags;
		if (this.series.contains(merged) || this.reserve.admits(merged)) {
			return merged;
		}
		Tags overflow = Tags.of(tags.stream().map(AdmittedSeries::overflow).toList());
		return this.keys.admits(overflow) ? overflow : Tags.empty();
	}

	private int values(Tag tag) {
		BoundedSet<String> admitted = this.values.get(tag.getKey());
		return (admitted != null) ? admitted.size() : 0;
	}

	private static Tag overflow(Tag tag) {
		return Tag.of(tag.getKey(), CardinalityLimit.OVERFLOW);
	}

	MeterCost cost() {
		SortedMap<String, Integer> tags = new TreeMap<>();
		this.values.forEach((key, admitted) -> tags.put(key, admitted.size()));
		return new MeterCost(this.meter, this.series.size() + this.reserve.size() + this.keys.size(), tags);
	}

}
