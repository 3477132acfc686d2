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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes lines of the values of meters.
 */
@Component
final class MeterQuery {

	static final int MAX_LINES = 20;

	private final MeterRepository meters;

	MeterQuery(MeterRepository meters) {
		this.meters = meters;
	}

	/**
	 * Put series together.
	 * @param series the series
	 * @param by the tags by which they differ; all of them if there is none
	 * @param slots the period
	 * @return the groups
	 */
	List<SeriesGroup> groups(List<KnownSeries> series, List<String> by, Slots slots) {
		Map<Long, Levels> levels = this.meters.levels(series, slots);
		Map<Map<String, String>, SeriesGroup> groups = new LinkedHashMap<>();
		for (KnownSeries one : series) {
			Levels values = levels.get(one.id());
			if (values != null) {
				groups.computeIfAbsent(labels(one, by), SeriesGroup::new)
					.members()
					.add(new SeriesGroup.Member(one, values));
			}
		}
		return List.copyOf(groups.values());
	}

	private static Map<String, String> labels(KnownSeries series, List<String> by) {
		Map<String, String> labels = new TreeMap<>();
		if (by.isEmpty()) {
			labels.putAll(series.tags());
			labels.remove("le");
			List.of("service", "version", "instance").forEach((tag) -> labels.put(tag, series.tag(tag)));
			labels.values().removeIf(String::isEmpty);
		}
		else {
			by.forEach((tag) -> labels.put(tag, series.tag(tag)));
		}
		return labels;
	}

	/**
	 * Make lines, those with the largest figures first.
	 * @param groups the groups
	 * @param stats which figures
	 * @param slots the period
	 * @return all lines
	 */
	List<MeterAnswer.Line> lines(Collection<SeriesGroup> groups, List<Stat> stats, Slots slots) {
		List<MeterAnswer.Line> lines = new ArrayList<>();
		for (SeriesGroup group : groups) {
			for (Stat stat : stats) {
				MeterAnswer.Line line = line(group, stat, slots);
				if (line.values().stream().anyMatch((value) -> value != null)) {
					lines.add(line);
				}
			}
		}
		lines.sort(Comparator.comparingDouble(MeterQuery::size).reversed());
		return lines;
	}

	private static double size(MeterAnswer.Line line) {
		Double whole = line.whole();
		return (whole != null) ? whole : Double.NEGATIVE_INFINITY;
	}

	private static MeterAnswer.Line line(SeriesGroup group, Stat stat, Slots slots) {
		List<@Nullable Double> values = new ArrayList<>();
		for (int slot = 0; slot < slots.count(); slot++) {
			values.add(known(group.figure(stat, slot, slot + 1, slots.seconds())));
		}
		Double whole = known(group.figure(stat, 0, slots.count(), slots.seconds() * slots.count()));
		return new MeterAnswer.Line(stat.text(), group.labels(), whole, values);
	}

	static @Nullable Double known(double value) {
		return Double.isFinite(value) ? (Double) value : null;
	}

}
