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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.traffic.SampledTraffic.Fate;
import io.sightline.samples.demo.traffic.SampledTraffic.Registration;

/**
 * What must hold where one trace of ten is kept.
 */
final class SamplingChecks {

	static final Check ANSWERED = new Check("registrations fail where payment-service does, and nowhere else",
			SamplingChecks::wronglyAnswered);

	static final Check FAILURES_KEPT = new Check(
			"every failed registration is kept from user-service to payment-service",
			(evidence) -> incomplete(evidence, Fate.FAILING));

	static final Check SLOW_KEPT = new Check("every slow registration is kept from user-service to payment-service",
			(evidence) -> incomplete(evidence, Fate.SLOW));

	static final Check ROUTINE_SAMPLED = new Check("about one routine registration of ten is kept",
			SamplingChecks::notSampled);

	static final Check BALANCED = new Check(
			"every span is accounted for: created = exported + unsampled + dropped + queued",
			SamplingChecks::unbalanced);

	private static final int CREATED = 201;

	/**
	 * Five standard deviations around a tenth of two hundred.
	 */
	private static final int FEWEST = 1;

	private static final int MOST = 41;

	/**
	 * The default of {@code sightline.tracing.sampling.slow-threshold}.
	 */
	private static final Duration SLOW_THRESHOLD = Duration.ofSeconds(1);

	private static final Set<String> PATH = Set.of(SampleService.USER.id(), SampleService.PAYMENT.id());

	private SamplingChecks() {
	}

	static List<Check> all() {
		return List.of(ANSWERED, FAILURES_KEPT, SLOW_KEPT, ROUTINE_SAMPLED, BALANCED);
	}

	private static List<String> wronglyAnswered(Evidence evidence) {
		return evidence.sampling()
			.registrations()
			.stream()
			.filter((registration) -> (registration.fate() == Fate.FAILING) ? registration.status() < 500
					: registration.status() != CREATED)
			.map((registration) -> "%s registration was answered with %d".formatted(registration.fate(),
					registration.status()))
			.distinct()
			.toList();
	}

	private static List<String> incomplete(Evidence evidence, Fate fate) {
		List<Registration> registrations = evidence.sampling().of(fate);
		List<String> problems = new ArrayList<>();
		for (Registration registration : registrations) {
			List<Span> trace = evidence.trace(registration.traceId());
			if (!services(trace).containsAll(PATH)) {
				problems.add("trace %s has spans of %s only".formatted(registration.traceId(), services(trace)));
			}
			else if (!isWhole(trace)) {
				problems.add("trace " + registration.traceId() + " has holes");
			}
		}
		if (registrations.isEmpty()) {
			problems.add("no registration was to be " + fate);
		}
		return problems;
	}

	private static Set<String> services(List<Span> trace) {
		return trace.stream().map(Span::service).collect(Collectors.toSet());
	}

	private static boolean isWhole(List<Span> trace) {
		Set<String> ids = trace.stream().map(Span::spanId).collect(Collectors.toSet());
		return trace.stream().filter((span) -> !ids.contains(span.parentId())).count() == 1
				&& trace.stream().noneMatch((span) -> span.attributes().containsKey("sightline.partial"));
	}

	private static List<String> notSampled(Evidence evidence) {
		List<Registration> routine = evidence.sampling().of(Fate.ROUTINE);
		long kept = routine.stream()
			.map((one) -> evidence.trace(one.traceId()))
			.filter(SamplingChecks::isByRatio)
			.count();
		return (kept >= FEWEST && kept <= MOST) ? List.of()
				: List.of("%d of %d are kept".formatted(kept, routine.size()));
	}

	/**
	 * On a machine that is busy with something else, routine may be slow, and is kept for
	 * that.
	 */
	private static boolean isByRatio(List<Span> trace) {
		return !trace.isEmpty()
				&& trace.stream().noneMatch((span) -> span.failed() || span.duration().compareTo(SLOW_THRESHOLD) >= 0);
	}

	private static List<String> unbalanced(Evidence evidence) {
		List<String> problems = new ArrayList<>();
		for (SampleService service : SampleService.values()) {
			var account = evidence.sampling().accounts().get(service);
			if (account == null || account.created() == 0) {
				problems.add(service.id() + ": no account");
			}
			else if (account.difference() != 0 || !account.isQuiet()) {
				problems.add(service.id() + ": " + account);
			}
		}
		return problems;
	}

}
