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

package io.sightline.console.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What each instance said about its health, and when that changed. Thread-safe.
 */
@Component
public final class HealthBoard {

	/**
	 * The status of what does not answer.
	 */
	public static final String UNREACHABLE = "UNREACHABLE";

	private final Map<String, Entry> instances = new TreeMap<>();

	/**
	 * Take what an instance said.
	 * @param service the service
	 * @param instance its address
	 * @param results what its checks found
	 * @param now when
	 */
	public synchronized void update(String service, String instance, List<CheckResult> results, Instant now) {
		Entry entry = this.instances.computeIfAbsent(instance, (key) -> new Entry());
		entry.service = service;
		entry.problem = null;
		entry.asked = now;
		Map<String, History> before = entry.checks;
		entry.checks = new LinkedHashMap<>();
		for (CheckResult result : results) {
			History history = before.get(result.key());
			if (history == null) {
				history = new History(result, now);
			}
			else {
				history.add(result, now);
			}
			entry.checks.put(result.key(), history);
		}
	}

	/**
	 * Take that an instance cannot be asked.
	 * @param service the service
	 * @param instance its address
	 * @param problem why
	 * @param now when
	 */
	public synchronized void lost(String service, String instance, String problem, Instant now) {
		Entry entry = this.instances.computeIfAbsent(instance, (key) -> new Entry());
		entry.service = service;
		entry.problem = problem;
		CheckResult unreachable = new CheckResult("", "", UNREACHABLE, problem, null, null);
		History whole = entry.checks.get(unreachable.key());
		if (whole == null) {
			entry.checks.put(unreachable.key(), new History(unreachable, now));
		}
		entry.checks.values().forEach((history) -> {
			CheckResult last = history.latest();
			history.add(new CheckResult(last.probe(), last.check(), UNREACHABLE, null, null, null), now);
		});
	}

	/**
	 * Forget an instance that says nothing about its health.
	 * @param instance its address
	 */
	public synchronized void remove(String instance) {
		this.instances.remove(instance);
	}

	/**
	 * Forget instances that are no longer asked.
	 * @param known the addresses of those that are
	 */
	public synchronized void keep(java.util.Set<String> known) {
		this.instances.keySet().retainAll(known);
	}

	/**
	 * Return the health of a service: the worst of its instances.
	 * @param service the service
	 * @return the status, or nothing if it is not asked
	 */
	public synchronized @Nullable String statusOf(String service) {
		return this.instances.values()
			.stream()
			.filter((entry) -> entry.service.equals(service))
			.map(Entry::status)
			.min(Comparator.comparingInt(HealthBoard::rank))
			.orElse(null);
	}

	/**
	 * Return the services that are asked.
	 * @return their names
	 */
	public synchronized List<String> services() {
		return this.instances.values().stream().map((entry) -> entry.service).distinct().sorted().toList();
	}

	private static int rank(String status) {
		int rank = List.of(UNREACHABLE, "DOWN", "OUT_OF_SERVICE", "DEGRADED", "UNKNOWN").indexOf(status);
		return (rank >= 0) ? rank : Integer.MAX_VALUE;
	}

	synchronized List<HealthView.InstanceView> view() {
		List<HealthView.InstanceView> views = new ArrayList<>();
		this.instances.forEach((instance, entry) -> views.add(entry.view(instance)));
		views.sort(Comparator.comparing(HealthView.InstanceView::service));
		return views;
	}

	/**
	 * An instance.
	 */
	private static final class Entry {

		private String service = "";

		private @Nullable String problem;

		private @Nullable Instant asked;

		private Map<String, History> checks = new LinkedHashMap<>();

		private String status() {
			return this.checks.values()
				.stream()
				.map(History::latest)
				.filter((result) -> result.probe().isEmpty() && result.check().isEmpty())
				.map(CheckResult::status)
				.findFirst()
				.orElse("UNKNOWN");
		}

		private HealthView.InstanceView view(String instance) {
			Map<String, List<History>> probes = new LinkedHashMap<>();
			HealthReader.PROBES.forEach((probe) -> probes.put(probe, new ArrayList<>()));
			this.checks.values()
				.forEach((history) -> probes.computeIfAbsent(history.latest().probe(), (probe) -> new ArrayList<>())
					.add(history));
			List<HealthView.Probe> views = new ArrayList<>();
			probes.forEach((probe, histories) -> {
				if (!histories.isEmpty()) {
					views.add(new HealthView.Probe(probe, histories.get(0).view(),
							histories.stream().skip(1).map(History::view).toList()));
				}
			});
			return new HealthView.InstanceView(this.service, instance, status(), this.problem,
					(this.asked != null) ? (Long) HealthView.micros(this.asked) : null, views);
		}

	}

}
