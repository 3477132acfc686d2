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

package io.sightline.console.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * What each instance said about its objectives. Thread-safe.
 */
@Component
public final class SloBoard {

	private static final int MAX_OBJECTIVES = 100;

	private static final long MICROS = 1_000_000;

	private final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final Map<String, Said> instances = new TreeMap<>();

	/** Since when an alert of an instance fires, as far as was seen. */
	private final Map<String, Instant> firing = new HashMap<>();

	/**
	 * Take what an instance said.
	 * @param service the service
	 * @param instance its address
	 * @param answer the answer
	 * @param now when
	 * @throws IllegalArgumentException if it makes no sense
	 */
	public void update(String service, String instance, JsonNode answer, Instant now) {
		List<SloReport> reports = new ArrayList<>();
		try {
			for (JsonNode node : answer.path("objectives")) {
				SloReport report = this.mapper.treeToValue(node, SloReport.class);
				if (report != null && report.hasAll() && reports.size() < MAX_OBJECTIVES) {
					reports.add(report);
				}
			}
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("answers with objectives that make no sense", ex);
		}
		put(instance, new Said(service, reports, now, null));
	}

	private synchronized void put(String instance, Said said) {
		Set<String> keys = Set.copyOf(said.firing(instance));
		this.instances.put(instance, said);
		this.firing.keySet().removeIf((key) -> key.startsWith(instance + "\0") && !keys.contains(key));
		keys.forEach((key) -> this.firing.putIfAbsent(key, said.at()));
	}

	/**
	 * Take that an instance cannot be asked. What it said stays, and is marked.
	 * @param instance its address
	 * @param problem why
	 */
	public synchronized void lost(String instance, String problem) {
		this.instances.computeIfPresent(instance,
				(key, said) -> new Said(said.service(), said.reports(), said.at(), problem));
	}

	/**
	 * Forget an instance that has no objectives.
	 * @param instance its address
	 */
	public synchronized void remove(String instance) {
		this.instances.remove(instance);
		this.firing.keySet().removeIf((key) -> key.startsWith(instance + "\0"));
	}

	/**
	 * Forget instances that are no longer asked.
	 * @param known the addresses of those that are
	 */
	public synchronized void keep(Set<String> known) {
		this.instances.keySet().retainAll(known);
		this.firing.keySet().removeIf((key) -> !known.contains(key.substring(0, key.indexOf('\0'))));
	}

	synchronized List<SloView.Entry> entries() {
		List<SloView.Entry> entries = new ArrayList<>();
		this.instances.forEach((instance, said) -> said.reports()
			.forEach((report) -> entries.add(new SloView.Entry(said.service(), instance, micros(said.at()),
					said.problem(), seen(report), report))));
		entries.sort(Comparator.comparing(SloView.Entry::service).thenComparing((entry) -> entry.objective().name()));
		return entries;
	}

	/**
	 * Return the alerts of objectives that fire.
	 * @return the alerts
	 */
	public synchronized List<Burning> burning() {
		List<Burning> alerts = new ArrayList<>();
		this.instances.forEach((instance, said) -> said.reports()
			.forEach((report) -> report.alerts()
				.stream()
				.filter((tier) -> Boolean.TRUE.equals(tier.firing()))
				.forEach((tier) -> alerts.add(new Burning(said.service(), instance, report.name(), tier.name(),
						(tier.severity() != null) ? tier.severity() : "", summary(report, tier),
						micros(this.firing.getOrDefault(Said.key(instance, report, tier), said.at())),
						said.problem())))));
		return alerts;
	}

	private static String summary(SloReport report, SloReport.Tier tier) {
		return "The budget of " + report.name() + " burns more than " + tier.factor() + " times too fast over "
				+ tier.longWindow() + " and " + tier.shortWindow();
	}

	private static @Nullable Long seen(SloReport report) {
		BigDecimal coverage = report.coverage();
		if (coverage == null) {
			return null;
		}
		try {
			Duration period = DurationStyle.SIMPLE.parse(report.window());
			return coverage.multiply(BigDecimal.valueOf(period.toSeconds())).longValue();
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

	private static long micros(Instant instant) {
		return instant.getEpochSecond() * MICROS + instant.getNano() / 1_000;
	}

	/**
	 * An alert of an objective that fires.
	 *
	 * @param service the service
	 * @param instance the address of the instance
	 * @param objective the objective
	 * @param alert the alert
	 * @param severity how bad it is
	 * @param summary what it says
	 * @param sinceUs since when, as far as was seen, in microseconds since the epoch
	 * @param problem why the instance could not be asked since
	 */
	public record Burning(String service, String instance, String objective, String alert, String severity,
			String summary, long sinceUs, @Nullable String problem) {
	}

	/**
	 * What an instance said.
	 *
	 * @param service the service
	 * @param reports its objectives
	 * @param at when
	 * @param problem why it could not be asked since
	 */
	private record Said(String service, List<SloReport> reports, Instant at, @Nullable String problem) {

		private static String key(String instance, SloReport report, SloReport.Tier tier) {
			return instance + "\0" + report.name() + "\0" + tier.name();
		}

		private List<String> firing(String instance) {
			return this.reports.stream()
				.flatMap((report) -> report.alerts()
					.stream()
					.filter((tier) -> Boolean.TRUE.equals(tier.firing()))
					.map((tier) -> key(instance, report, tier)))
				.toList();
		}

	}

}
