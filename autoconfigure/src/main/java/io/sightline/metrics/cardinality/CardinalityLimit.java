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
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Meter.Type;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the number of series. What is recorded beyond a limit is recorded under
 * {@value #OVERFLOW} instead, so that the sum over all series stays exact; a gauge or a
 * function, which cannot be added to others, is left out. Install it as the last filter
 * of a registry, and one of its own in a composite: a composite keeps a meter for each id
 * that its children map to one.
 * <p>
 * A registry asks its filters only for ids that it has no meter of: series within the
 * limits are recorded as if there were none. Beyond them, a few look-ups and no lock
 * decide. The registry remembers the original id of a meter, one for each, so that what
 * it remembers is bounded as well.
 */
public final class CardinalityLimit implements MeterFilter {

	/**
	 * Stands for all values of a tag beyond the limit.
	 */
	public static final String OVERFLOW = "_overflow";

	private static final Map<Type, String> NAMES = Map.of(Type.COUNTER, "overflow.counts", Type.TIMER,
			"overflow.durations", Type.DISTRIBUTION_SUMMARY, "overflow.amounts", Type.LONG_TASK_TIMER,
			"overflow.tasks");

	private static final String HOUSE = "sightline.";

	private final CardinalityLimits limits;

	private final CardinalityReport report;

	private final BoundedSet<String> names;

	private final Map<String, AdmittedSeries> meters = new ConcurrentHashMap<>();

	/**
	 * Creates a filter.
	 * @param limits how many series there may be
	 * @param report is told of what is beyond
	 */
	public CardinalityLimit(CardinalityLimits limits, CardinalityReport report) {
		this.limits = limits;
		this.report = report;
		this.names = new BoundedSet<>(limits.meterNames());
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		AdmittedSeries series = series(id);
		return (series != null) ? series.admit(id) : overflow(id);
	}

	private @Nullable AdmittedSeries series(Meter.Id id) {
		String name = id.getName();
		AdmittedSeries series = this.meters.get(name);
		if (series != null) {
			return series;
		}
		// What tells of the attack must not fall victim to it.
		if (!name.startsWith(HOUSE) && !NAMES.containsValue(name) && !this.names.admits(name)) {
			return null;
		}
		return this.meters.computeIfAbsent(name,
				(key) -> new AdmittedSeries(key, this.limits.of(key), isSummable(id.getType()), this.report));
	}

	private Meter.Id overflow(Meter.Id id) {
		this.report.overflowed(CardinalityReport.ALL_METERS, CardinalityReport.ALL_TAGS, this.limits.meterNames(),
				id.getName());
		String name = isSummable(id.getType()) ? NAMES.get(id.getType()) : null;
		if (name == null) {
			return id.replaceTags(Tags.of(OVERFLOW, OVERFLOW));
		}
		return new Meter.Id(name, Tags.empty(), null, "What meters beyond the limit of names recorded", id.getType());
	}

	@Override
	public MeterFilterReply accept(Meter.Id id) {
		boolean overflown = false;
		for (Tag tag : id.getTagsAsIterable()) {
			overflown |= OVERFLOW.equals(tag.getValue());
		}
		if (!overflown) {
			return MeterFilterReply.NEUTRAL;
		}
		AdmittedSeries series = this.meters.get(id.getName());
		boolean left = (series != null) ? series.isSummable() : id.getTag(OVERFLOW) == null;
		return left ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
	}

	private static boolean isSummable(Type type) {
		return NAMES.containsKey(type) && !Registration.isOfFunction();
	}

	/**
	 * What the meters take.
	 * @return a line for each meter, the most expensive first
	 */
	public List<MeterCost> costs() {
		return this.meters.values()
			.stream()
			.map(AdmittedSeries::cost)
			.sorted(Comparator.comparingInt(MeterCost::series).reversed().thenComparing(MeterCost::meter))
			.toList();
	}

}
