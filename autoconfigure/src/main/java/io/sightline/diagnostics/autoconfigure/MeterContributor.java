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

package io.sightline.diagnostics.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityReport;
import io.sightline.metrics.cardinality.CardinalityReport.Overflow;
import io.sightline.metrics.cardinality.MeterCost;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The meters with the most series, and those that reached a limit.
 */
final class MeterContributor implements ReportContributor {

	private static final int TOP = 20;

	private final EffectiveSettings settings;

	private final ObjectProvider<CardinalityLimit> limits;

	private final ObjectProvider<CardinalityReport> reports;

	private final AtomicReference<@Nullable Map<String, Integer>> atStart = new AtomicReference<>();

	MeterContributor(EffectiveSettings settings, ObjectProvider<CardinalityLimit> limits,
			ObjectProvider<CardinalityReport> reports) {
		this.settings = settings;
		this.limits = limits;
		this.reports = reports;
	}

	@Override
	public String section() {
		return "meters";
	}

	@Override
	public Object details() {
		CardinalityLimit limit = this.limits.getIfUnique();
		if (limit == null) {
			return Map.of();
		}
		List<MeterCost> costs = limit.costs();
		Map<String, Integer> before = atStart(costs);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("names", costs.size());
		details.put("series", costs.stream().mapToInt(MeterCost::series).sum());
		details.put("top", costs.stream().limit(TOP).map((cost) -> cost(cost, before)).toList());
		details.put("overflows", overflows().stream().map(this::overflow).toList());
		return details;
	}

	/**
	 * The series that there were when the application was ready, which is when findings
	 * are asked for the first time.
	 */
	private Map<String, Integer> atStart(List<MeterCost> costs) {
		this.atStart.compareAndSet(null,
				costs.stream().collect(Collectors.toMap(MeterCost::meter, MeterCost::series, Integer::sum)));
		return Objects.requireNonNull(this.atStart.get());
	}

	private static Map<String, Object> cost(MeterCost cost, Map<String, Integer> before) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("meter", cost.meter());
		map.put("series", cost.series());
		map.put("growth", cost.series() - before.getOrDefault(cost.meter(), 0));
		map.put("tags", cost.tags());
		return map;
	}

	private Map<String, Object> overflow(Overflow overflow) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("meter", overflow.meter());
		map.put("tag", overflow.tag());
		map.put("count", overflow.count());
		map.put("samples",
				overflow.samples().stream().map((sample) -> this.settings.mask(overflow.tag(), sample)).toList());
		return map;
	}

	private List<Overflow> overflows() {
		CardinalityReport report = this.reports.getIfUnique();
		return (report != null) ? report.overflows() : List.of();
	}

	@Override
	public List<Finding> findings() {
		CardinalityLimit limit = this.limits.getIfUnique();
		if (limit != null && this.atStart.get() == null) {
			atStart(limit.costs());
		}
		return overflows().stream().map(MeterContributor::finding).toList();
	}

	private static Finding finding(Overflow overflow) {
		return new Finding("series-overflow", Severity.WARNING,
				"The meter '%s' reached a limit of series by its tag '%s': what is beyond is recorded as '%s'"
					.formatted(overflow.meter(), overflow.tag(), CardinalityLimit.OVERFLOW),
				"Use a value of a small set for the tag, such as a template, or raise its limit in "
						+ "sightline.metrics.cardinality.meters");
	}

}
