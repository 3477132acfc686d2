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

package io.sightline.slo.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sightline.slo.Objective;
import io.sightline.slo.SloTracker;
import io.sightline.slo.dashboard.Dashboards;
import io.sightline.slo.rules.PrometheusRules;
import io.sightline.slo.rules.RuleSettings;
import io.sightline.slo.source.SloTrackers;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The objectives of this instance, and what is made of their declaration.
 */
@WebEndpoint(id = "slo")
final class SloEndpoint {

	private static final MimeType YAML = MimeType.valueOf("application/yaml;charset=UTF-8");

	private static final String RULES = "rules";

	private static final String DASHBOARD = "dashboard";

	private final String application;

	private final SloTrackers trackers;

	private final RuleSettings settings;

	SloEndpoint(String application, SloTrackers trackers, RuleSettings settings) {
		this.application = application;
		this.trackers = trackers;
		this.settings = settings;
	}

	@ReadOperation
	Map<String, Object> objectives() {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("application", this.application);
		// Other instances of the service have numbers of their own.
		report.put("scope", "instance");
		report.put("objectives", this.trackers.all().stream().map(SloTracker::status).map(SloReport::of).toList());
		return report;
	}

	@ReadOperation
	WebEndpointResponse<Object> objective(@Selector String name) {
		if (RULES.equals(name)) {
			return new WebEndpointResponse<>(PrometheusRules.of(declared(), this.settings).toYaml(), YAML);
		}
		if (DASHBOARD.equals(name)) {
			return new WebEndpointResponse<>(
					Dashboards.of(this.application, declared()).toJson(this.settings.runbookUrl()),
					MimeTypeUtils.APPLICATION_JSON);
		}
		return this.trackers.find(name)
			.map((tracker) -> new WebEndpointResponse<Object>(SloReport.of(tracker.status()),
					MimeTypeUtils.APPLICATION_JSON))
			.orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
	}

	private List<Objective> declared() {
		return this.trackers.all().stream().map(SloTracker::objective).toList();
	}

}
