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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.traffic.Checkout;
import io.sightline.samples.demo.traffic.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for spans.
 */
final class TraceChecks {

	static final Check ONE_TRACE = new Check("the checkout is one trace through all services",
			TraceChecks::servicesWithoutSpan);

	static final Check PARENTS = new Check(
			"every span of the checkout has its parent, and the client is above the root", TraceChecks::orphans);

	static final Check LINKS = new Check("a service's server span hangs below its caller's client span",
			TraceChecks::wrongLinks);

	static final Check CALLED_BY_ORDERS = new Check(
			"the order-service called the user-, inventory- and payment-service", TraceChecks::missingCalls);

	static final Check SLOW_SPAN = new Check("the slow path shows in the span of the inventory-service",
			TraceChecks::slowSpan);

	static final Check FAILED_SPAN = new Check("the failed payment shows as an error in the payment-service",
			TraceChecks::failedSpan);

	static final Check NO_NOISE = new Check("no probe and no scrape is traced", TraceChecks::noise);

	static final Check ALL_KEPT = new Check("the receiver kept every span", TraceChecks::dropped);

	private TraceChecks() {
	}

	static List<Check> all() {
		return List.of(ONE_TRACE, PARENTS, LINKS, CALLED_BY_ORDERS, SLOW_SPAN, FAILED_SPAN, NO_NOISE, ALL_KEPT);
	}

	private static List<Span> checkout(Evidence evidence) {
		return evidence.trace(evidence.traffic().checkout().traceId());
	}

	private static List<String> servicesWithoutSpan(Evidence evidence) {
		Set<String> seen = checkout(evidence).stream().map(Span::service).collect(Collectors.toSet());
		return EnumSet.allOf(SampleService.class)
			.stream()
			.filter((service) -> !seen.contains(service.id()))
			.map((service) -> "no span of " + service.id() + " in trace " + evidence.traffic().checkout().traceId())
			.toList();
	}

	private static List<String> orphans(Evidence evidence) {
		Checkout checkout = evidence.traffic().checkout();
		String client = checkout.order().context().spanId();
		Map<String, Span> byId = byId(checkout(evidence));
		List<String> problems = new ArrayList<>();
		for (Span span : byId.values()) {
			if (!byId.containsKey(span.parentId()) && !span.parentId().equals(client)) {
				problems.add("parent " + span.parentId() + " of " + described(span) + " is missing");
			}
		}
		long roots = byId.values().stream().filter((span) -> span.parentId().equals(client)).count();
		if (roots != 1) {
			problems.add(roots + " spans instead of 1 continue the client's span " + client);
		}
		return problems;
	}

	private static List<String> wrongLinks(Evidence evidence) {
		Map<String, Span> byId = byId(checkout(evidence));
		return byId.values()
			.stream()
			.filter((span) -> span.kind() == Span.Kind.SERVER && byId.containsKey(span.parentId()))
			.filter((span) -> !isCall(Objects.requireNonNull(byId.get(span.parentId())), span))
			.map((span) -> described(span) + " is below "
					+ described(Objects.requireNonNull(byId.get(span.parentId()))))
			.toList();
	}

	private static boolean isCall(Span caller, Span called) {
		return caller.kind() == Span.Kind.CLIENT && !caller.service().equals(called.service());
	}

	private static List<String> missingCalls(Evidence evidence) {
		Map<String, Span> byId = byId(checkout(evidence));
		Set<String> called = byId.values()
			.stream()
			.filter((span) -> span.kind() == Span.Kind.SERVER)
			.filter((span) -> isFromOrders(byId.get(span.parentId())))
			.map(Span::service)
			.collect(Collectors.toSet());
		return EnumSet.of(SampleService.USER, SampleService.INVENTORY, SampleService.PAYMENT)
			.stream()
			.filter((service) -> !called.contains(service.id()))
			.map((service) -> "no call of " + service.id())
			.toList();
	}

	private static boolean isFromOrders(@Nullable Span span) {
		return span != null && span.service().equals(SampleService.ORDER.id());
	}

	private static List<String> slowSpan(Evidence evidence) {
		String traceId = evidence.traffic().slow().context().traceId();
		boolean found = evidence.trace(traceId)
			.stream()
			.filter((span) -> span.service().equals(SampleService.INVENTORY.id()))
			.anyMatch((span) -> span.duration().compareTo(Traffic.SLOWNESS) >= 0);
		return found ? List.of() : List
			.of("no span of " + Traffic.SLOWNESS.toMillis() + " ms or more of inventory-service in trace " + traceId);
	}

	private static List<String> failedSpan(Evidence evidence) {
		String traceId = evidence.traffic().failedPayment().order().context().traceId();
		boolean found = evidence.trace(traceId)
			.stream()
			.filter((span) -> span.service().equals(SampleService.PAYMENT.id()))
			.anyMatch(Span::failed);
		return found ? List.of() : List.of("no failed span of payment-service in trace " + traceId);
	}

	private static List<String> noise(Evidence evidence) {
		return evidence.spans().stream().filter(TraceChecks::isNoise).map(TraceChecks::described).toList();
	}

	private static boolean isNoise(Span span) {
		return span.name().contains("/actuator")
				|| span.attributes().values().stream().anyMatch((value) -> value.contains("/actuator"));
	}

	private static List<String> dropped(Evidence evidence) {
		return (evidence.droppedSpans() == 0) ? List.of() : List.of(evidence.droppedSpans() + " spans dropped");
	}

	private static Map<String, Span> byId(List<Span> trace) {
		return trace.stream().collect(Collectors.toMap(Span::spanId, Function.identity(), (first, second) -> first));
	}

	private static String described(Span span) {
		return "'%s' (%s of %s, span %s)".formatted(span.name(), span.kind(), span.service(), span.spanId());
	}

}
