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

package io.sightline.console.overview;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.sightline.console.health.HealthBoard;
import io.sightline.console.meters.RequestMeters;

import org.springframework.stereotype.Component;

/**
 * What services do, by their meters where there are any: they count every request, while
 * spans may be sampled.
 */
@Component
final class Services {

	private static final String METERS = "meters";

	private static final String SPANS = "spans";

	private final OverviewRepository repository;

	private final RequestMeters meters;

	private final HealthBoard health;

	Services(OverviewRepository repository, RequestMeters meters, HealthBoard health) {
		this.repository = repository;
		this.meters = meters;
		this.health = health;
	}

	List<ServiceSummary> all(Duration since) {
		Map<String, ServiceSummary> services = new TreeMap<>();
		this.repository.services(since).forEach((service) -> services.put(service.service(), service));
		Map<String, RequestMeters.Red> red = this.meters.red("", since);
		red.keySet().forEach((service) -> services.computeIfAbsent(service, Services::unheard));
		this.health.services().forEach((service) -> services.computeIfAbsent(service, Services::unheard));
		services.replaceAll((name, service) -> {
			RequestMeters.Red counted = red.get(name);
			return ((counted != null) ? metered(service, counted) : service).withHealth(this.health.statusOf(name));
		});
		return List.copyOf(services.values());
	}

	private static ServiceSummary unheard(String service) {
		return new ServiceSummary(service, 0, 0, null, null, null, SPANS, null, 0, 0);
	}

	private static ServiceSummary metered(ServiceSummary service, RequestMeters.Red red) {
		return new ServiceSummary(service.service(), red.requests(), red.failed(), red.p50Ms(), red.p95Ms(),
				red.p99Ms(), METERS, service.health(), service.errorLines(), service.lastSeenUs());
	}

	boolean isKnown(String service) {
		return this.repository.isKnown(service) || this.health.statusOf(service) != null;
	}

	Red red(String service, Duration since, Duration width) {
		List<RequestMeters.Red> metered = this.meters.redOverTime(service, since, width);
		if (metered.isEmpty()) {
			return new Red(SPANS, this.repository.buckets(service, since, width));
		}
		return new Red(METERS,
				metered.stream()
					.map((red) -> new ServiceDetail.Bucket(red.startUs(), red.requests(), red.failed(), red.p95Ms()))
					.toList());
	}

	/**
	 * Rate, errors and durations over time.
	 *
	 * @param source what they are from
	 * @param buckets the figures
	 */
	record Red(String source, List<ServiceDetail.Bucket> buckets) {
	}

}
