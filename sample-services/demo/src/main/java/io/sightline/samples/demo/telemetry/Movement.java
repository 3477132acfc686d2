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

package io.sightline.samples.demo.telemetry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * By how much a series grew while something was done to a service.
 *
 * @param series the series
 * @param by the growth
 */
public record Movement(Sample.Series series, double by) {

	/**
	 * What requests and the business move. Everything else moves by itself.
	 */
	private static final List<String> PREFIXES = List.of("http_server_requests_seconds_count",
			"http_client_requests_seconds_count", "user_registrations", "orders_processed", "order_value_total",
			"payment_transactions", "product_views", "slo_events");

	/**
	 * Return what moved between two scrapes of a service, other than by scraping it.
	 * @param before the earlier scrape
	 * @param after the later scrape
	 * @return what moved, ordered by name
	 */
	public static List<Movement> between(Scrape before, Scrape after) {
		return after.growthSince(before)
			.entrySet()
			.stream()
			.filter((growth) -> isTold(growth.getKey()))
			.map((growth) -> new Movement(growth.getKey(), growth.getValue()))
			.sorted(Comparator.comparing((movement) -> movement.series().toString()))
			.toList();
	}

	private static boolean isTold(Sample.Series series) {
		return PREFIXES.stream().anyMatch(series.name()::startsWith)
				&& !series.labels().getOrDefault("uri", "").startsWith("/actuator");
	}

	/**
	 * Return the labels that tell one series of this service from another.
	 * @return the labels without those that every series of the service carries
	 */
	public Map<String, String> tellingLabels() {
		Map<String, String> labels = new TreeMap<>(this.series.labels());
		labels.keySet().removeAll(List.of("application", "environment", "version"));
		labels.values().removeIf("none"::equals);
		return labels;
	}

}
