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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.console.api.Times;
import io.sightline.console.api.Where;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What meters say about the requests that services answer. Unlike spans they count every
 * request.
 */
@Component
public final class RequestMeters {

	private static final String METER = "http_server_requests_seconds";

	private static final String DEPLOYED = "sightline_deployment_time_seconds";

	private static final double SLOW_SECONDS = 0.5;

	private static final Set<String> NOISE = Set.of("/livez", "/readyz", "/startupz");

	private final MeterRepository meters;

	private final MeterQuery query;

	RequestMeters(MeterRepository meters, MeterQuery query) {
		this.meters = meters;
		this.query = query;
	}

	/**
	 * Count what services did.
	 * @param service the service, empty for all
	 * @param since the period
	 * @return the figures by service
	 */
	public Map<String, Red> red(String service, Duration since) {
		Map<String, Red> red = new HashMap<>();
		counts(service, List.of("service"), Slots.over(since)).forEach(
				(labels, counts) -> red.put(labels.getOrDefault("service", ""), counts.red(0, counts.slots().count())));
		return red;
	}

	/**
	 * Count what a service did over time.
	 * @param service the service
	 * @param since the period
	 * @param width how long each part of it is
	 * @return the figures of each part with requests
	 */
	public List<Red> redOverTime(String service, Duration since, Duration width) {
		List<Red> parts = new ArrayList<>();
		counts(service, List.of("service"), Slots.of(since, width)).values().forEach((counts) -> {
			for (int slot = 0; slot < counts.slots().count(); slot++) {
				Red red = counts.red(slot, slot + 1);
				if (red.requests() > 0) {
					parts.add(red);
				}
			}
		});
		return parts;
	}

	/**
	 * Count what each version of a service did in a window that ends now, and in some
	 * that ended before.
	 * @param service the service
	 * @param window how long the windows are
	 * @param step how long after each other they end
	 * @param back how many to look back
	 * @return the versions
	 */
	public List<VersionCounts> versions(String service, Duration window, Duration step, int back) {
		Slots slots = Slots.of(window.plus(step.multipliedBy(back)), step);
		int width = slots.count() - back;
		List<VersionCounts> versions = new ArrayList<>();
		counts(service, List.of("version"), slots).forEach((labels, counts) -> {
			List<VersionCounts.Sums> ends = new ArrayList<>();
			for (int k = 0; k <= back; k++) {
				ends.add(counts.sums(back - k, back - k + width));
			}
			versions.add(new VersionCounts(labels.getOrDefault("version", ""), started(service, labels, slots),
					counts.seenSeconds(), ends));
		});
		return versions;
	}

	/**
	 * When it was started, as it said last: a version that is down says nothing now, and
	 * is the newest all the same.
	 */
	private @Nullable Double started(String service, Map<String, String> labels, Slots slots) {
		List<KnownSeries> series = this.meters.series(new Where().and("family = ? AND service = ? AND version = ?",
				DEPLOYED, service, labels.getOrDefault("version", "")));
		return this.query.groups(series, List.of("version"), slots)
			.stream()
			.findFirst()
			.map((group) -> MeterQuery.known(group.last(Stat.MIN, slots.count())))
			.orElse(null);
	}

	Map<Map<String, String>, RequestCounts> counts(String service, List<String> by, Slots slots) {
		Where where = new Where().and("family = ?", METER);
		if (!service.isEmpty()) {
			where.and("service = ?", service);
		}
		List<KnownSeries> series = series(where).stream()
			.filter((one) -> !one.tag("uri").startsWith("/actuator") && !NOISE.contains(one.tag("uri")))
			.toList();
		Map<Map<String, String>, RequestCounts> counts = new HashMap<>();
		this.query.groups(series, by, slots)
			.forEach((group) -> counts.put(group.labels(), new RequestCounts(group, slots)));
		return counts;
	}

	/** If there are too many series, percentiles go first: a sum of a part is no sum. */
	private List<KnownSeries> series(Where where) {
		List<KnownSeries> all = this.meters.series(where);
		if (all.size() > MeterRepository.MAX_SERIES) {
			all = this.meters.series(where.and("NOT contains(name, 'bucket')"));
		}
		return (all.size() > MeterRepository.MAX_SERIES) ? List.of() : all;
	}

	/**
	 * Rate, errors and durations.
	 *
	 * @param startUs when that began, in microseconds since the epoch
	 * @param requests how many requests were answered
	 * @param failed how many of them failed
	 * @param p50Ms the median of their durations in milliseconds, if they are told
	 * @param p95Ms the 95th percentile
	 * @param p99Ms the 99th percentile
	 */
	public record Red(long startUs, long requests, long failed, @Nullable Double p50Ms, @Nullable Double p95Ms,
			@Nullable Double p99Ms) {
	}

	/**
	 * The requests of some series.
	 *
	 * @param group the series
	 * @param slots the period
	 */
	record RequestCounts(SeriesGroup group, Slots slots) {

		Red red(int from, int to) {
			Buckets buckets = this.group.buckets(from, to);
			return new Red(Times.micros(this.slots.end(from - 1)), Math.round(requests(from, to)),
					Math.round(failed(from, to)), millis(buckets, 0.5), millis(buckets, 0.95), millis(buckets, 0.99));
		}

		double requests(int from, int to) {
			return known(this.group.count(from, to));
		}

		double failed(int from, int to) {
			return known(new SeriesGroup(this.group.labels(),
					this.group.members()
						.stream()
						.filter((member) -> member.series().tag("outcome").equals("SERVER_ERROR"))
						.toList())
				.count(from, to));
		}

		VersionCounts.Sums sums(int from, int to) {
			Buckets buckets = this.group.buckets(from, to);
			double fast = buckets.upTo(SLOW_SECONDS);
			Double slow = Double.isNaN(fast) ? null : (Double) Math.max(0, buckets.count() - fast);
			return new VersionCounts.Sums(requests(from, to), failed(from, to), slow, millis(buckets, 0.5),
					millis(buckets, 0.95), millis(buckets, 0.99));
		}

		/** Since when anything is known of it. */
		long seenSeconds() {
			int first = 0;
			while (first < this.slots.count() && Double.isNaN(this.group.count(first, first + 1))) {
				first++;
			}
			return Math.round((this.slots.count() - first) * this.slots.seconds());
		}

		private static double known(double count) {
			return Double.isNaN(count) ? 0 : count;
		}

		static @Nullable Double millis(Buckets buckets, double quantile) {
			return MeterQuery.known(1000 * buckets.quantile(quantile));
		}

	}

}
