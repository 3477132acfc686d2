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

package io.sightline.samples.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.sightline.samples.demo.check.Checks;
import io.sightline.samples.demo.check.Finding;
import io.sightline.samples.demo.evidence.Evidence;
import io.sightline.samples.demo.http.Reply;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.service.StartFailedException;
import io.sightline.samples.demo.story.Story;
import io.sightline.samples.demo.telemetry.LogFile;
import io.sightline.samples.demo.telemetry.ServiceProbe;
import io.sightline.samples.demo.telemetry.Span;
import io.sightline.samples.demo.traffic.PaymentOutage;
import io.sightline.samples.demo.traffic.Registrations;
import io.sightline.samples.demo.traffic.SampledTraffic;
import io.sightline.samples.demo.traffic.TraceContext;
import io.sightline.samples.demo.traffic.Traffic;
import io.sightline.samples.demo.traffic.TrafficReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The services from end to end, each a process of its own, as the demo starts them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIntegrationTests {

	private static final Set<SampleService> ALL = EnumSet.allOf(SampleService.class);

	private static final String ORDER = """
			{"user_id": "123", "items": ["item1"]}""";

	@SuppressWarnings("NullAway.Init")
	private RunningServices services;

	@SuppressWarnings("NullAway.Init")
	private TrafficReport traffic;

	@SuppressWarnings("NullAway.Init")
	private Evidence evidence;

	@BeforeAll
	void runTraffic() throws Exception {
		this.services = RunningServices.startWithConsole(DemoIntegrationTests.class, ALL);
		this.traffic = new Traffic(this.services.caller(), this.services.addresses(), (line) -> {
		}).run();
		String traceId = this.traffic.checkout().traceId();
		await().atMost(Duration.ofSeconds(20)).until(() -> servicesInTrace(traceId), (seen) -> seen == ALL.size());
		await().atMost(Duration.ofSeconds(20))
			.until(() -> Set.copyOf(this.services.console().trace(traceId).talkers()),
					(seen) -> seen.size() == ALL.size());
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.services.console().service(SampleService.USER).isWhole());
		this.evidence = evidence();
	}

	@AfterAll
	void stop() {
		this.services.close();
	}

	@ParameterizedTest
	@MethodSource("findings")
	void fulfilsEveryCheckOfTheDemo(Finding finding) {
		assertThat(finding.problems()).isEmpty();
	}

	Stream<Finding> findings() {
		return Checks.run(this.evidence).stream();
	}

	@Test
	void showsNoSecretOnACommandLine() {
		List<String> lines = ProcessHandle.current()
			.descendants()
			.flatMap((process) -> process.info().commandLine().stream())
			.toList();
		assertThat(lines).anyMatch((line) -> line.contains("sightline-console.jar"))
			.noneMatch((line) -> line.matches("(?i).*(bearer |token=).*"));
	}

	@Test
	void continuesTheTraceOfTheClient() {
		TraceContext client = this.traffic.checkout().order().context();
		assertThat(this.traffic.checkout().order().reply().header("X-Trace-ID")).contains(client.traceId());
		assertThat(this.services.spans().trace(client.traceId()))
			.filteredOn((span) -> span.parentId().equals(client.spanId()))
			.singleElement()
			.satisfies((root) -> {
				assertThat(root.service()).isEqualTo("order-service");
				assertThat(root.kind()).isEqualTo(Span.Kind.SERVER);
			});
	}

	@Test
	void logsTheTraceInEveryServiceOfACheckout() {
		String traceId = this.traffic.checkout().traceId();
		assertThat(EnumSet.complementOf(EnumSet.of(SampleService.ALERT)))
			.allSatisfy((service) -> assertThat(this.evidence.log(service).trace(traceId)).isNotEmpty());
	}

	@Test
	void tellsTheWholeStory() {
		List<String> story = Story.tell(this.evidence);
		assertThat(ALL)
			.allSatisfy((service) -> assertThat(story).filteredOn((line) -> line.contains(service.id())).isNotEmpty());
	}

	@Test
	void answersAProblemInTimeWhenThePaymentServiceIsDead() throws StartFailedException {
		this.services.fleet().process(SampleService.PAYMENT).kill();
		try {
			Reply reply = order();
			assertThat(reply.status()).isBetween(500, 599);
			assertThat(reply.header("Content-Type")).contains("application/problem+json");
			assertThat(reply.body()).contains("\"trace_id\":\"" + reply.header("X-Trace-ID").orElseThrow() + '"');
			assertThat(reply.duration()).isLessThan(Duration.ofSeconds(10));
		}
		finally {
			this.services.fleet().start(EnumSet.of(SampleService.PAYMENT), RunningServices.START_LIMIT);
		}
		assertThat(order().status()).isEqualTo(201);
	}

	private Reply order() {
		return this.services.caller()
			.send("POST", this.services.addresses().uri(SampleService.ORDER, "/orders"), ORDER, Map.of());
	}

	private long servicesInTrace(String traceId) {
		return this.services.spans().trace(traceId).stream().map(Span::service).distinct().count();
	}

	private Evidence evidence() {
		Map<SampleService, LogFile> logs = new EnumMap<>(SampleService.class);
		ALL.forEach((service) -> logs.put(service, LogFile.read(this.services.fleet().process(service).log())));
		ServiceProbe probe = new ServiceProbe(this.services.caller(), this.services.addresses());
		Map<String, String> payments = probe.objectives(SampleService.PAYMENT);
		SampledTraffic sampling = new Registrations(this.services.caller(), this.services.addresses()).run();
		return new Evidence(this.traffic, this.services.spans().all(), this.services.spans().dropped(), logs,
				probe.health(),
				new PaymentOutage(this.services.caller(), this.services.addresses(),
						this.services.fleet().process(SampleService.PAYMENT))
					.run(),
				payments, sampling,
				this.services.console()
					.trace(this.traffic.checkout().traceId())
					.with(this.services.console().service(SampleService.USER)));
	}

}
