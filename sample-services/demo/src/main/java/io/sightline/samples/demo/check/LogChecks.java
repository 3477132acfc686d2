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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.service.SampleService;

/**
 * What must hold for log lines.
 */
final class LogChecks {

	static final Check ONE_TRACE = new Check("the checkout's trace id is in the log lines of all four services",
			(evidence) -> overServices(evidence, LogChecks::withoutTrace));

	static final Check STRICT_JSON = new Check("every log line is one JSON object with the fields of the contract",
			(evidence) -> overServices(evidence, LogChecks::malformed));

	static final Check OWN_NAME = new Check("every log line names its service",
			(evidence) -> overServices(evidence, LogChecks::foreign));

	static final Check QUIET_START = new Check("no warning and no error at start-up, but of services that start later",
			(evidence) -> overServices(evidence, LogChecks::alarmingStart));

	/**
	 * A checkout's confirmation is sent later, by a service of its own.
	 */
	private static final Set<SampleService> IN_CHECKOUT = EnumSet.complementOf(EnumSet.of(SampleService.ALERT));

	private static final String HEALTH = "io.sightline.health";

	private LogChecks() {
	}

	static List<Check> all() {
		return List.of(ONE_TRACE, STRICT_JSON, OWN_NAME, QUIET_START);
	}

	private static Stream<String> withoutTrace(Evidence evidence, SampleService service) {
		String traceId = evidence.traffic().checkout().traceId();
		boolean logged = !evidence.log(service).trace(traceId).isEmpty();
		return (logged || !IN_CHECKOUT.contains(service)) ? Stream.of() : Stream.of("no line with trace_id " + traceId);
	}

	private static Stream<String> malformed(Evidence evidence, SampleService service) {
		Stream<String> defects = evidence.log(service).defects().stream();
		boolean silent = evidence.log(service).lines().isEmpty();
		return silent ? Stream.concat(Stream.of("no line that keeps the contract"), defects) : defects;
	}

	private static Stream<String> foreign(Evidence evidence, SampleService service) {
		return evidence.log(service)
			.lines()
			.stream()
			.filter((line) -> !line.service().equals(service.id()))
			.map((line) -> "'" + line.service() + "' in: " + line.message());
	}

	private static Stream<String> alarmingStart(Evidence evidence, SampleService service) {
		return evidence.log(service)
			.lines()
			.stream()
			.filter((line) -> line.timestamp().isBefore(evidence.traffic().started()))
			.filter((line) -> line.isAlarming() && !line.logger().equals(HEALTH))
			.map((line) -> line.level() + " " + line.logger() + ": " + line.message());
	}

	private static List<String> overServices(Evidence evidence,
			BiFunction<Evidence, SampleService, Stream<String>> problems) {
		return Stream.of(SampleService.values())
			.flatMap((service) -> problems.apply(evidence, service).map((problem) -> service.id() + ": " + problem))
			.toList();
	}

}
