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

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.sightline.samples.demo.console.ConsoleView;
import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Span;

/**
 * What the console must show.
 */
final class ConsoleChecks {

	static final Check WHOLE = new Check("the console shows every span of the checkout", ConsoleChecks::missingSpans);

	static final Check LINES = new Check("the console shows log lines of every service with the checkout",
			ConsoleChecks::silentServices);

	static final Check METERS = new Check("the console plots the requests of user-service",
			(evidence) -> (evidence.console().user().plotted() > 0) ? List.of() : List.of("no value is there"));

	static final Check HEALTH = new Check("the console shows that user-service is up",
			(evidence) -> "UP".equals(evidence.console().user().health()) ? List.of()
					: List.of("it shows " + evidence.console().user().health()));

	static final Check OBJECTIVES = new Check("the console shows the objectives of user-service",
			(evidence) -> evidence.console().user().objectives().contains("availability") ? List.of()
					: List.of("it shows " + evidence.console().user().objectives()));

	private ConsoleChecks() {
	}

	static List<Check> all() {
		return List.of(WHOLE, LINES, METERS, HEALTH, OBJECTIVES);
	}

	private static List<String> missingSpans(Evidence evidence) {
		ConsoleView shown = evidence.console();
		if (shown.status() != 200) {
			return List.of("it answered " + shown.status());
		}
		Set<String> missing = evidence.trace(evidence.traffic().checkout().traceId())
			.stream()
			.map(Span::spanId)
			.collect(Collectors.toCollection(TreeSet::new));
		shown.spanIds().forEach(missing::remove);
		return missing.stream().map((id) -> "span " + id + " is missing").toList();
	}

	private static List<String> silentServices(Evidence evidence) {
		return Stream.of(SampleService.values())
			.map(SampleService::id)
			.filter((service) -> !evidence.console().talkers().contains(service))
			.map((service) -> "no line of " + service)
			.toList();
	}

}
