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

package io.sightline.samples.demo.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Health;
import io.sightline.samples.demo.telemetry.Movement;
import io.sightline.samples.demo.telemetry.Sample;
import io.sightline.samples.demo.telemetry.Scrape;
import io.sightline.samples.demo.traffic.Checkout;
import io.sightline.samples.demo.traffic.Outage;

/**
 * What must hold for the metrics and the health of every service.
 */
final class ServiceChecks {

	static final Check SCRAPED = new Check("every service is scraped, with buckets and identity labels",
			ServiceChecks::unscraped);

	static final Check MOVED = new Check("the checkout moved the metrics of every service", ServiceChecks::unmoved);

	static final Check READY = new Check("every service is live and ready", ServiceChecks::unready);

	static final Check DEGRADED = new Check("order-service is degraded, but ready, while payment-service hangs",
			ServiceChecks::notDegraded);

	static final Check BURNING = new Check("failed payments burn the budget of payment-service, as it says itself",
			ServiceChecks::notBurning);

	private static final Set<String> BURNT = Set.of("BURNING", "EXHAUSTED");

	private static final String BUCKETS = "http_server_requests_seconds_bucket";

	private static final Set<String> IDENTITY = Set.of("application", "environment", "version");

	private static final Scrape NOTHING = new Scrape(0, List.of());

	private ServiceChecks() {
	}

	static List<Check> all() {
		return List.of(SCRAPED, MOVED, READY, DEGRADED, BURNING);
	}

	private static List<String> unscraped(Evidence evidence) {
		List<String> problems = new ArrayList<>();
		for (SampleService service : SampleService.values()) {
			Scrape scrape = evidence.traffic().checkout().after().getOrDefault(service, NOTHING);
			List<Sample> buckets = scrape.named(BUCKETS);
			if (scrape.status() != 200) {
				problems.add(service.id() + ": /actuator/prometheus answered " + scrape.status());
			}
			else if (buckets.isEmpty()) {
				problems.add(service.id() + ": no " + BUCKETS);
			}
			else if (!buckets.stream().allMatch((bucket) -> isIdentified(bucket, service))) {
				problems.add(service.id() + ": " + BUCKETS + " without the labels " + IDENTITY);
			}
		}
		return problems;
	}

	private static boolean isIdentified(Sample sample, SampleService service) {
		return sample.series().labels().keySet().containsAll(IDENTITY)
				&& service.id().equals(sample.series().labels().get("application"));
	}

	private static List<String> unmoved(Evidence evidence) {
		Checkout checkout = evidence.traffic().checkout();
		List<String> problems = new ArrayList<>();
		for (SampleService service : SampleService.values()) {
			Scrape before = checkout.before().getOrDefault(service, NOTHING);
			Scrape after = checkout.after().getOrDefault(service, NOTHING);
			if (Movement.between(before, after).isEmpty()) {
				problems.add(service.id() + ": nothing moved");
			}
		}
		return problems;
	}

	private static List<String> unready(Evidence evidence) {
		List<String> problems = new ArrayList<>();
		for (SampleService service : SampleService.values()) {
			Health health = evidence.health().getOrDefault(service, new Health("unknown", "unknown", "unknown"));
			if (!"UP".equals(health.liveness()) || !"UP".equals(health.readiness())) {
				problems.add(
						"%s: liveness %s, readiness %s".formatted(service.id(), health.liveness(), health.readiness()));
			}
		}
		return problems;
	}

	private static List<String> notBurning(Evidence evidence) {
		String state = evidence.payments().getOrDefault("payment-success", "not declared");
		return BURNT.contains(state) ? List.of() : List.of("payment-service: payment-success is " + state);
	}

	private static List<String> notDegraded(Evidence evidence) {
		Outage expected = new Outage("UP", "DEGRADED", "DEGRADED", "UP", "UP");
		return evidence.outage().equals(expected) ? List.of() : List.of("order-service: " + evidence.outage());
	}

}
