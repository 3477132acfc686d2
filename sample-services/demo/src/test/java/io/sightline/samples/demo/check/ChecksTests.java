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

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.sightline.samples.demo.console.ConsoleView;
import io.sightline.samples.demo.console.ServiceView;
import io.sightline.samples.demo.evidence.CompleteEvidence;
import io.sightline.samples.demo.http.Reply;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Health;
import io.sightline.samples.demo.telemetry.LogFile;
import io.sightline.samples.demo.telemetry.LogLine;
import io.sightline.samples.demo.telemetry.Sample;
import io.sightline.samples.demo.telemetry.Scrape;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.telemetry.SpanAccount;
import io.sightline.samples.demo.traffic.Exchange;
import io.sightline.samples.demo.traffic.Outage;
import io.sightline.samples.demo.traffic.SampledTraffic.Fate;
import io.sightline.samples.demo.traffic.SampledTraffic.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each check passes on complete evidence and fails when its own evidence is taken away.
 */
class ChecksTests {

	@Test
	void findsNothingMissingInCompleteEvidence() {
		assertThat(Checks.run(new CompleteEvidence().evidence()))
			.allSatisfy((finding) -> assertThat(finding.problems()).as(finding.name()).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("damages")
	void findsWhatIsMissing(Damage damage) {
		CompleteEvidence evidence = new CompleteEvidence();
		damage.inflict().accept(evidence);
		Finding finding = damage.check().on(evidence.evidence());
		assertThat(finding.isOk()).isFalse();
		assertThat(finding.problems()).anySatisfy((problem) -> assertThat(problem).contains(damage.reason()));
	}

	@Test
	void triesEveryCheck() {
		List<Check> tried = damages().map(Damage::check).toList();
		Stream
			.of(TrafficChecks.all(), TraceChecks.all(), LogChecks.all(), ServiceChecks.all(), SamplingChecks.all(),
					ConsoleChecks.all())
			.flatMap(List::stream)
			.forEach((check) -> assertThat(tried).contains(check));
	}

	static Stream<Damage> damages() {
		return Stream.of(traffic(), traces(), logs(), services(), sampling(), console()).flatMap((damages) -> damages);
	}

	private static Stream<Damage> console() {
		return Stream.of(
				new Damage(ConsoleChecks.WHOLE,
						(evidence) -> evidence.console = new ConsoleView(404, List.of(), List.of(),
								ServiceView.NOTHING),
						"it answered 404"),
				new Damage(ConsoleChecks.WHOLE,
						(evidence) -> evidence.console = new ConsoleView(200, List.of("01"), List.of(),
								ServiceView.NOTHING),
						"span 02 is missing"),
				new Damage(ConsoleChecks.LINES,
						(evidence) -> evidence.console = new ConsoleView(200, evidence.shown().spanIds(),
								List.of("order-service"), ServiceView.NOTHING),
						"no line of payment-service"),
				new Damage(ConsoleChecks.METERS,
						(evidence) -> evidence.console = evidence.shown().with(ServiceView.NOTHING),
						"no value is there"),
				new Damage(ConsoleChecks.HEALTH,
						(evidence) -> evidence.console = evidence.shown().with(ServiceView.NOTHING),
						"it shows not shown"),
				new Damage(ConsoleChecks.OBJECTIVES,
						(evidence) -> evidence.console = evidence.shown().with(ServiceView.NOTHING), "it shows []"));
	}

	private static Stream<Damage> traffic() {
		return Stream.of(
				new Damage(TrafficChecks.EXPECTED_ANSWERS,
						(evidence) -> evidence.checkout = CompleteEvidence.exchange(CompleteEvidence.CHECKOUT, 500,
								"the body", 1),
						"500 instead of 201: the body"),
				new Damage(TrafficChecks.TRACE_ID_HEADER, (evidence) -> evidence.slow = withoutHeaders(evidence.slow),
						"received none"),
				new Damage(TrafficChecks.SLOW_PATH,
						(evidence) -> evidence.slow = CompleteEvidence.exchange(CompleteEvidence.SLOW, 201, "{}", 1199),
						"1199 ms"),
				new Damage(TrafficChecks.STOCK_RELEASED,
						(evidence) -> evidence.stockAfter = CompleteEvidence.exchange(CompleteEvidence.FAILED, 200,
								"{\"available\": 6}", 1),
						"stock was 7, is 6"),
				new Damage(TrafficChecks.STOCK_RELEASED, (evidence) -> evidence.stockAfter = CompleteEvidence
					.exchange(CompleteEvidence.FAILED, 200, "{}", 1), "does not tell 'available'"));
	}

	private static Stream<Damage> traces() {
		return Stream.of(
				new Damage(TraceChecks.ONE_TRACE, without((span) -> span.service().equals("alert-service")),
						"no span of alert-service"),
				new Damage(TraceChecks.PARENTS, without((span) -> span.spanId().equals("03")),
						"parent 03 of 'http SERVER' (SERVER of inventory-service, span 03a) is missing"),
				new Damage(TraceChecks.PARENTS,
						without((span) -> span.parentId().equals(CompleteEvidence.CHECKOUT.spanId())),
						"0 spans instead of 1"),
				new Damage(TraceChecks.LINKS, hanging("04a", "01"), "span 04a) is below"),
				new Damage(TraceChecks.LINKS, hanging("04a", "03a"), "span 04a) is below"),
				new Damage(TraceChecks.CALLED_BY_ORDERS, hanging("04a", "nowhere"), "no call of payment-service"),
				new Damage(TraceChecks.SLOW_SPAN, without((span) -> span.spanId().equals("51")), "1200 ms or more"),
				new Damage(TraceChecks.FAILED_SPAN, without(Span::failed), "no failed span"),
				new Damage(TraceChecks.NO_NOISE, adding(Map.of("uri", "/actuator/health/readiness")), "span 99"),
				new Damage(TraceChecks.ALL_KEPT, (evidence) -> evidence.dropped = 3, "3 spans dropped"));
	}

	private static Stream<Damage> logs() {
		LogLine warning = CompleteEvidence.line(SampleService.USER, "WARN", CompleteEvidence.STARTED.minusMillis(1));
		LogLine foreign = CompleteEvidence.line(SampleService.ORDER, "INFO", CompleteEvidence.STARTED);
		return Stream.of(
				new Damage(LogChecks.ONE_TRACE, log(new LogFile(List.of(), List.of())), "user-service: no line with"),
				new Damage(LogChecks.STRICT_JSON, log(new LogFile(List.of(foreign), List.of("line 3: bad"))),
						"user-service: line 3: bad"),
				new Damage(LogChecks.STRICT_JSON, log(new LogFile(List.of(), List.of())), "user-service: no line that"),
				new Damage(LogChecks.OWN_NAME, log(new LogFile(List.of(foreign), List.of())),
						"user-service: 'order-service'"),
				new Damage(LogChecks.QUIET_START, log(new LogFile(List.of(warning), List.of())),
						"user-service: WARN com.example.Logger"));
	}

	private static Stream<Damage> services() {
		Scrape unlabelled = new Scrape(200,
				List.of(new Sample(new Sample.Series("http_server_requests_seconds_bucket", Map.of()), 1)));
		return Stream.of(new Damage(ServiceChecks.SCRAPED, scraped(new Scrape(404, List.of())), "answered 404"),
				new Damage(ServiceChecks.SCRAPED, scraped(new Scrape(200, List.of())), "no http_server_requests"),
				new Damage(ServiceChecks.SCRAPED, scraped(unlabelled), "without the labels"),
				new Damage(ServiceChecks.SCRAPED, scraped(CompleteEvidence.scrape(SampleService.ORDER, 1)),
						"user-service: http_server_requests_seconds_bucket without"),
				new Damage(ServiceChecks.MOVED, (evidence) -> evidence.after = evidence.before, "nothing moved"),
				new Damage(ServiceChecks.READY,
						(evidence) -> evidence.health.put(SampleService.USER, new Health("UP", "UP", "OUT_OF_SERVICE")),
						"user-service: liveness UP, readiness OUT_OF_SERVICE"),
				new Damage(ServiceChecks.DEGRADED,
						(evidence) -> evidence.outage = new Outage("UP", "UP", "UP", "UP", "UP"), "during=UP"),
				new Damage(ServiceChecks.BURNING, (evidence) -> evidence.payments.put("payment-success", "OK"),
						"payment-success is OK"),
				new Damage(ServiceChecks.BURNING, (evidence) -> evidence.payments.clear(), "not declared"));
	}

	private static Stream<Damage> sampling() {
		return Stream.of(
				new Damage(SamplingChecks.ANSWERED,
						(evidence) -> evidence.registrations.add(new Registration(Fate.ROUTINE, "77", 400)),
						"ROUTINE registration was answered with 400"),
				new Damage(SamplingChecks.ANSWERED,
						(evidence) -> evidence.registrations.add(new Registration(Fate.FAILING, "77", 201)),
						"FAILING registration was answered with 201"),
				new Damage(SamplingChecks.FAILURES_KEPT, without(called(CompleteEvidence.FAILING_REGISTRATION)),
						"has spans of [user-service] only"),
				new Damage(SamplingChecks.SLOW_KEPT, without(called(CompleteEvidence.SLOW_REGISTRATION)),
						"has spans of [user-service] only"),
				new Damage(SamplingChecks.SLOW_KEPT, hanging("72", "gone"), "has holes"),
				new Damage(SamplingChecks.FAILURES_KEPT, (evidence) -> evidence.registrations.clear(),
						"no registration was to be FAILING"),
				new Damage(SamplingChecks.ROUTINE_SAMPLED,
						without((span) -> span.traceId().equals(CompleteEvidence.ROUTINE_REGISTRATION)),
						"0 of 1 are kept"),
				new Damage(SamplingChecks.BALANCED,
						(evidence) -> evidence.accounts.put(SampleService.USER, new SpanAccount(10, 7, 1, 1, 0)),
						"user-service: SpanAccount"),
				new Damage(SamplingChecks.BALANCED, (evidence) -> evidence.accounts.clear(),
						"user-service: no account"));
	}

	private static Predicate<Span> called(String traceId) {
		return (span) -> span.traceId().equals(traceId) && span.service().equals("payment-service");
	}

	private static Consumer<CompleteEvidence> without(Predicate<Span> lost) {
		return (evidence) -> evidence.spans.removeIf(lost);
	}

	private static Consumer<CompleteEvidence> hanging(String id, String parent) {
		return (evidence) -> evidence.changeSpans(
				(span) -> span.spanId().equals(id) ? new Span(span.traceId(), id, parent, span.service(), span.name(),
						span.kind(), span.startNanos(), span.endNanos(), span.failed(), span.attributes()) : span);
	}

	private static Consumer<CompleteEvidence> adding(Map<String, String> attributes) {
		return (evidence) -> evidence.spans.add(new Span("9".repeat(32), "99", "", "user-service", "http get",
				Span.Kind.SERVER, 0, 1, false, new HashMap<>(attributes)));
	}

	private static Consumer<CompleteEvidence> log(LogFile log) {
		return (evidence) -> evidence.logs.put(SampleService.USER, log);
	}

	private static Consumer<CompleteEvidence> scraped(Scrape scrape) {
		return (evidence) -> evidence.after.put(SampleService.USER, scrape);
	}

	private static Exchange withoutHeaders(Exchange exchange) {
		return new Exchange(exchange.step(), exchange.context(),
				new Reply(201, HttpHeaders.of(Map.of(), (name, value) -> true), "{}", Duration.ofSeconds(2)));
	}

	private record Damage(Check check, Consumer<CompleteEvidence> inflict, String reason) {

		@Override
		public String toString() {
			return this.check.name() + ": " + this.reason;
		}

	}

}
