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

package io.sightline.console.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.sightline.console.api.Parameters;
import io.sightline.console.slo.SloBoard;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything that fires.
 */
@RestController
final class AlertController {

	private static final List<String> SEVERITIES = List.of("critical", "page", "warning", "ticket", "info");

	private final SloBoard slos;

	private final Alertmanager alertmanager;

	AlertController(SloBoard slos, Alertmanager alertmanager) {
		this.slos = slos;
		this.alertmanager = alertmanager;
	}

	@GetMapping("/api/alerts")
	AlertList alerts(@RequestParam MultiValueMap<String, String> query) {
		String service = Parameters.of(query, "service").text("service");
		List<Alert> all = new ArrayList<>();
		this.slos.burning()
			.forEach((burning) -> all
				.add(new Alert("slo", burning.alert(), burning.service(), burning.instance(), burning.severity(),
						"active", burning.summary(), burning.sinceUs(), null, burning.objective(), burning.problem())));
		Alertmanager.State state = this.alertmanager.state();
		all.addAll(state.alerts());
		List<Alert> alerts = all.stream()
			.filter((alert) -> service.isEmpty() || alert.service().equals(service))
			.sorted(Comparator.comparingInt(AlertController::rank).thenComparing(Alert::name))
			.toList();
		return new AlertList(alerts, this.alertmanager.isConfigured(), state.problem());
	}

	private static int rank(Alert alert) {
		int rank = SEVERITIES.indexOf(alert.severity());
		return (rank >= 0) ? rank : SEVERITIES.size();
	}

	/**
	 * What fires.
	 *
	 * @param alerts the alerts, the worst first
	 * @param alertmanager whether an Alertmanager is configured
	 * @param problem why its alerts may be outdated
	 */
	record AlertList(List<Alert> alerts, boolean alertmanager, @Nullable String problem) {
	}

}
