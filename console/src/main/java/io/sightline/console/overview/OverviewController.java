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

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.api.Parameters;
import io.sightline.console.health.HealthBoard;
import io.sightline.console.logs.LogRepository;
import io.sightline.console.otlp.ReceiverLedger;
import io.sightline.console.store.TelemetryStore;
import io.sightline.console.traces.TraceRepository;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * All services, and each by itself.
 */
@RestController
final class OverviewController {

	private static final Duration DEFAULT = Duration.ofHours(1);

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final int BUCKETS = 60;

	private static final int RECENT = 20;

	private final Services services;

	private final OverviewRepository routes;

	private final HealthBoard health;

	private final TraceRepository traces;

	private final LogRepository logs;

	private final TelemetryStore store;

	private final ReceiverLedger ledger;

	OverviewController(Services services, OverviewRepository routes, HealthBoard health, TraceRepository traces,
			LogRepository logs, TelemetryStore store, ReceiverLedger ledger) {
		this.services = services;
		this.routes = routes;
		this.health = health;
		this.traces = traces;
		this.logs = logs;
		this.store = store;
		this.ledger = ledger;
	}

	@GetMapping("/api/overview")
	Overview overview(@RequestParam MultiValueMap<String, String> query) {
		Duration since = since(query);
		return new Overview(since.toSeconds(), this.services.all(since), this.store.status(), this.ledger.status());
	}

	@GetMapping("/api/services/{name}")
	ServiceDetail service(@PathVariable("name") String name, @RequestParam MultiValueMap<String, String> query) {
		Duration since = since(query);
		if (!this.services.isKnown(name)) {
			throw new NotFoundException("Nothing of such a service has been received, or it was dropped to make room");
		}
		Duration width = Duration.ofSeconds(since.toSeconds() / BUCKETS);
		Services.Red red = this.services.red(name, since, width);
		return new ServiceDetail(name, since.toSeconds(), width.toSeconds(), this.health.statusOf(name), red.source(),
				red.buckets(), this.routes.routes(name, since), this.traces.newestOf(name, RECENT),
				this.logs.errorsOf(name, RECENT));
	}

	private static Duration since(MultiValueMap<String, String> query) {
		Duration since = Parameters.of(query, "since").duration("since", DEFAULT);
		if (since.compareTo(SHORTEST) < 0) {
			throw new BadFieldException("since", "is to be at least 1m");
		}
		return since;
	}

}
