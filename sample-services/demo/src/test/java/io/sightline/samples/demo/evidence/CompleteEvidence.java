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

package io.sightline.samples.demo.evidence;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.sightline.samples.demo.console.ConsoleView;
import io.sightline.samples.demo.console.ServiceView;
import io.sightline.samples.demo.http.Reply;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Health;
import io.sightline.samples.demo.telemetry.LogFile;
import io.sightline.samples.demo.telemetry.LogLine;
import io.sightline.samples.demo.telemetry.Sample;
import io.sightline.samples.demo.telemetry.Scrape;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.telemetry.SpanAccount;
import io.sightline.samples.demo.traffic.Checkout;
import io.sightline.samples.demo.traffic.Exchange;
import io.sightline.samples.demo.traffic.FailedPayment;
import io.sightline.samples.demo.traffic.Outage;
import io.sightline.samples.demo.traffic.SampledTraffic;
import io.sightline.samples.demo.traffic.SampledTraffic.Fate;
import io.sightline.samples.demo.traffic.SampledTraffic.Registration;
import io.sightline.samples.demo.traffic.Step;
import io.sightline.samples.demo.traffic.TraceContext;
import io.sightline.samples.demo.traffic.TrafficReport;
import org.jspecify.annotations.Nullable;

/**
 * Evidence against which nothing can be said, to take something away from.
 */
public final class CompleteEvidence {

	public static final TraceContext CHECKOUT = new TraceContext("c".repeat(32), "c".repeat(16));

	public static final TraceContext SLOW = new TraceContext("5".repeat(32), "5".repeat(16));

	public static final TraceContext FAILED = new TraceContext("f".repeat(32), "f".repeat(16));

	public static final String FAILING_REGISTRATION = "a".repeat(32);

	public static final String SLOW_REGISTRATION = "b".repeat(32);

	public static final String ROUTINE_REGISTRATION = "d".repeat(32);

	public static final Instant STARTED = Instant.parse("2026-11-01T10:00:00Z");

	public List<Span> spans = new ArrayList<>();

	public Map<SampleService, LogFile> logs = new EnumMap<>(SampleService.class);

	public Map<SampleService, Health> health = new EnumMap<>(SampleService.class);

	public Map<SampleService, Scrape> before = new EnumMap<>(SampleService.class);

	public Map<SampleService, Scrape> after = new EnumMap<>(SampleService.class);

	public Exchange checkout = exchange(CHECKOUT, 201, "{}", 80);

	public Exchange slow = exchange(SLOW, 201, "{}", 1300);

	public Exchange failed = exchange(FAILED, 201, "{}", 30);

	public Exchange stockAfter = exchange(FAILED, 201, "{\"available\": 7}", 5);

	public Outage outage = new Outage("UP", "DEGRADED", "DEGRADED", "UP", "UP");

	public Map<String, String> payments = new HashMap<>(Map.of("payment-success", "BURNING"));

	public List<Registration> registrations = new ArrayList<>();

	public Map<SampleService, SpanAccount> accounts = new EnumMap<>(SampleService.class);

	public long dropped;

	public @Nullable ConsoleView console;

	public CompleteEvidence() {
		for (SampleService service : SampleService.values()) {
			this.logs.put(service, new LogFile(List.of(line(service, "INFO", STARTED.plusSeconds(1))), List.of()));
			this.health.put(service, new Health("UP", "UP", "UP"));
			this.before.put(service, scrape(service, 1));
			this.after.put(service, scrape(service, 2));
			this.accounts.put(service, new SpanAccount(10, 7, 2, 1, 0));
		}
		this.spans.add(span(SampleService.ORDER, Span.Kind.SERVER, "01", CHECKOUT.spanId()));
		addCall("02", SampleService.USER);
		addCall("03", SampleService.INVENTORY);
		addCall("04", SampleService.PAYMENT);
		addCall("05", SampleService.ALERT);
		addRegistration(Fate.FAILING, FAILING_REGISTRATION);
		addRegistration(Fate.SLOW, SLOW_REGISTRATION);
		addRegistration(Fate.ROUTINE, ROUTINE_REGISTRATION);
		this.spans.add(new Span(SLOW.traceId(), "51", SLOW.spanId(), "inventory-service", "POST /orders",
				Span.Kind.SERVER, 0, Duration.ofMillis(1250).toNanos(), false, Map.of()));
		this.spans.add(new Span(FAILED.traceId(), "61", FAILED.spanId(), "payment-service", "POST /orders",
				Span.Kind.SERVER, 0, 1, true, Map.of()));
	}

	private void addRegistration(Fate fate, String traceId) {
		this.registrations.add(new Registration(fate, traceId, (fate == Fate.FAILING) ? 503 : 201));
		this.spans
			.add(new Span(traceId, "71", "", "user-service", "POST /users", Span.Kind.SERVER, 0, 1, false, Map.of()));
		this.spans.add(new Span(traceId, "72", "71", "payment-service", "POST /billing-accounts", Span.Kind.SERVER, 0,
				1, false, Map.of()));
	}

	private void addCall(String id, SampleService called) {
		this.spans.add(span(SampleService.ORDER, Span.Kind.CLIENT, id, "01"));
		this.spans.add(span(called, Span.Kind.SERVER, id + "a", id));
	}

	public static Span span(SampleService service, Span.Kind kind, String id, String parent) {
		long start = Long.parseLong(id.substring(0, 2)) * 1_000_000;
		return new Span(CHECKOUT.traceId(), id, parent, service.id(), "http " + kind, kind, start, start + 500_000,
				false, Map.of("uri", "/orders"));
	}

	public static LogLine line(SampleService service, String level, Instant timestamp) {
		return new LogLine(timestamp, level, service.id(), "com.example.Logger", "main", "said by " + service.id(),
				CHECKOUT.traceId());
	}

	public static Scrape scrape(SampleService service, double count) {
		Map<String, String> identity = Map.of("application", service.id(), "environment", "demo", "version", "1");
		return new Scrape(200,
				List.of(new Sample(new Sample.Series("http_server_requests_seconds_bucket", identity), count),
						new Sample(new Sample.Series("http_server_requests_seconds_count", identity), count)));
	}

	public static Exchange exchange(TraceContext context, int status, String body, long millis) {
		Step step = new Step(SampleService.ORDER, "POST", "/orders", "{}", Map.of(), 201);
		HttpHeaders headers = HttpHeaders.of(Map.of("X-Trace-ID", List.of(context.traceId())), (name, value) -> true);
		return new Exchange(step, context, new Reply(status, headers, body, Duration.ofMillis(millis)));
	}

	/**
	 * Change the spans that fit.
	 */
	public void changeSpans(UnaryOperator<Span> change) {
		this.spans.replaceAll(change);
	}

	/**
	 * The checkout as the console shows it if nothing got lost.
	 */
	public ConsoleView shown() {
		return new ConsoleView(200,
				this.spans.stream()
					.filter((span) -> span.traceId().equals(CHECKOUT.traceId()))
					.map(Span::spanId)
					.toList(),
				Stream.of(SampleService.values()).map(SampleService::id).toList(),
				new ServiceView(3, "UP", List.of("availability")));
	}

	public Evidence evidence() {
		Exchange stockBefore = exchange(FAILED, 201, "{\"available\": 7}", 5);
		TrafficReport traffic = new TrafficReport(STARTED, List.of(this.checkout, this.slow, this.failed), this.slow,
				new FailedPayment(this.failed, stockBefore, this.stockAfter),
				new Checkout(this.checkout, this.before, this.after));
		return new Evidence(traffic, this.spans, this.dropped, this.logs, this.health, this.outage, this.payments,
				new SampledTraffic(this.registrations, this.accounts), (this.console != null) ? this.console : shown());
	}

}
