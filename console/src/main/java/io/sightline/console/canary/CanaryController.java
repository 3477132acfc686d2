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

package io.sightline.console.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.sightline.console.api.BadFieldException;
import io.sightline.console.api.NotFoundException;
import io.sightline.console.api.Parameters;
import io.sightline.console.meters.RequestMeters;
import io.sightline.console.meters.VersionCounts;
import io.sightline.console.meters.VersionCounts.Sums;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Compares a version of a service with the others, by what their meters count.
 */
@RestController
final class CanaryController {

	private static final Duration WINDOW = Duration.ofMinutes(30);

	private static final Duration SHORTEST = Duration.ofMinutes(5);

	private static final Duration LONGEST = Duration.ofHours(6);

	private static final Duration STEP = Duration.ofSeconds(30);

	/** Two minutes in steps. */
	private static final int HELD = 4;

	private final RequestMeters meters;

	CanaryController(RequestMeters meters) {
		this.meters = meters;
	}

	@GetMapping("/api/canary")
	CanaryView compare(@RequestParam MultiValueMap<String, String> query) {
		Parameters parameters = Parameters.of(query, "service", "version", "baseline", "since");
		String service = parameters.text("service");
		if (service.isEmpty()) {
			throw new BadFieldException("service", "is needed: whose versions to compare");
		}
		Duration window = parameters.duration("since", WINDOW);
		if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
			throw new BadFieldException("since", "is to be between 5m and 6h");
		}
		List<VersionCounts> versions = this.meters.versions(service, window, STEP, HELD)
			.stream()
			.sorted(Comparator.comparingDouble(CanaryController::started).reversed())
			.toList();
		if (versions.isEmpty()) {
			throw new NotFoundException("No meters of such a service are known");
		}
		VersionCounts canary = pick(versions, "version", parameters.text("version"));
		VersionCounts baseline = pick(versions, "baseline", parameters.text("baseline"));
		return view(service, window, versions, (canary != null) ? canary : versions.get(0), baseline);
	}

	private static double started(VersionCounts version) {
		Double started = version.startedSeconds();
		return (started != null) ? started : 0;
	}

	private static @Nullable VersionCounts pick(List<VersionCounts> versions, String field, String name) {
		if (name.isEmpty()) {
			return null;
		}
		return versions.stream()
			.filter((version) -> version.version().equals(name))
			.findFirst()
			.orElseThrow(() -> new BadFieldException(field,
					"is to be one of " + versions.stream().map(VersionCounts::version).toList()));
	}

	private static CanaryView view(String service, Duration window, List<VersionCounts> versions, VersionCounts canary,
			@Nullable VersionCounts baseline) {
		List<VersionCounts> others = (baseline != null) ? List.of(baseline)
				: versions.stream().filter((version) -> !version.equals(canary)).toList();
		List<Sums> sums = new ArrayList<>();
		for (int k = 0; k <= HELD; k++) {
			int end = k;
			sums.add(others.stream()
				.map((version) -> version.ends().get(end))
				.reduce(new Sums(0, 0, 0.0, null, null, null), Sums::plus));
		}
		boolean newest = canary.equals(versions.get(0)) && canary.startedSeconds() != null;
		Sums now = canary.ends().get(0);
		return new CanaryView(service, window.toSeconds(),
				versions.stream().map((version) -> version(version, window)).toList(), canary.version(),
				(baseline != null) ? baseline.version() : "", CanaryRule.errors(now, sums.get(0)),
				CanaryRule.slow(now, sums.get(0)), new CanaryRule(newest).judge(canary.ends(), sums, HELD));
	}

	private static CanaryView.Version version(VersionCounts version, Duration window) {
		Sums now = version.ends().get(0);
		Double started = version.startedSeconds();
		Double slow = now.slow();
		long seconds = Math.max(1, Math.min(window.toSeconds(), version.seenSeconds()));
		return new CanaryView.Version(version.version(),
				(started != null) ? (Long) Math.round(started * 1_000_000) : null, version.seenSeconds(),
				Math.round(now.requests()), now.requests() / seconds, Math.round(now.failed()),
				(slow != null) ? (Long) Math.round(slow) : null, now.p50Ms(), now.p95Ms(), now.p99Ms());
	}

}
