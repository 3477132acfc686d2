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

package io.sightline.diagnostics.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.identity.ServiceIdentity;
import io.sightline.ledger.SignalLedger;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityReport;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import io.sightline.report.Delivery;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the house contributes to the report.
 */
class ContributorTests {

	private static final String OTLP = "management.opentelemetry.tracing.export.otlp.endpoint";

	private final MockEnvironment environment = new MockEnvironment();

	private final EffectiveSettings settings = new EffectiveSettings(this.environment, RedactionPolicy.disabled());

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private final List<Delivery> deliveries = new ArrayList<>();

	@Test
	void accountSaysWhatIsNotAccountedFor() {
		SignalLedger ledger = new SignalLedger("spans", List.of("queue_full"), () -> 2, 10);
		for (int i = 0; i < 6; i++) {
			ledger.create();
		}
		ledger.export(2);
		ledger.drop("queue_full", 1);
		LedgerContributor contributor = new LedgerContributor(() -> List.of(ledger));
		assertThat(contributor.details()).asString().contains("difference=1", "dropped={queue_full=1}");
		assertThat(ids(contributor)).containsExactly("telemetry-lost");
	}

	@Test
	void metersComeWithTheMostSeriesFirst() {
		CardinalityReport report = new CardinalityReport();
		CardinalityLimit limit = new CardinalityLimit(
				new CardinalityLimits(10, new CardinalityLimits.MeterLimits(2, 100), Map.of()), report);
		this.beans.registerSingleton("limit", limit);
		this.beans.registerSingleton("report", report);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		registry.config().meterFilter(limit);
		Counter.builder("few").tag("a", "b").register(registry);
		for (int i = 0; i < 5; i++) {
			Counter.builder("many").tag("id", "v" + i).register(registry);
		}
		MeterContributor contributor = new MeterContributor(this.settings,
				this.beans.getBeanProvider(CardinalityLimit.class),
				this.beans.getBeanProvider(CardinalityReport.class));
		assertThat(contributor.details()).asString()
			.containsSubsequence("meter=many", "meter=few")
			.contains("tag=id", "samples=[v2, v3, v4]");
		assertThat(contributor.findings()).singleElement().extracting(Finding::meaning).asString().contains("'id'");
	}

	@Test
	void tellsHowMetersGrow() {
		CardinalityLimit limit = new CardinalityLimit(
				new CardinalityLimits(10, new CardinalityLimits.MeterLimits(10, 100), Map.of()),
				new CardinalityReport());
		this.beans.registerSingleton("limit", limit);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		registry.config().meterFilter(limit);
		MeterContributor contributor = new MeterContributor(this.settings,
				this.beans.getBeanProvider(CardinalityLimit.class),
				this.beans.getBeanProvider(CardinalityReport.class));
		Counter.builder("few").tag("id", "a").register(registry);
		contributor.findings();
		Counter.builder("few").tag("id", "b").register(registry);
		assertThat(contributor.details()).asString().contains("meter=few, series=2, growth=1");
	}

	@Test
	void receiverThatListensIsReachable() throws IOException {
		try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.environment.setProperty(OTLP, "http://127.0.0.1:" + receiver.getLocalPort() + "/v1/traces");
			ExporterContributor contributor = exporters();
			assertThat(contributor.details()).asString().contains("reachable=true");
			assertThat(contributor.findings()).isEmpty();
		}
	}

	@Test
	void receiverThatIsDownIsFound() throws IOException {
		// Bound and not listening: refuses, and nobody else can get the port.
		try (Socket mute = new Socket()) {
			mute.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			this.environment.setProperty(OTLP, "http://127.0.0.1:" + mute.getLocalPort() + "/v1/traces");
			ExporterContributor contributor = exporters();
			assertThat(contributor.findings()).isEmpty();
			assertThat(contributor.details()).asString().contains("reachable=false");
			assertThat(ids(contributor)).containsExactly("exporter-unreachable");
		}
	}

	@Test
	void tellsWhatBecameOfAttempts() {
		this.environment.setProperty(OTLP, "http://127.0.0.1:1/v1/traces");
		this.deliveries.add(delivery("http://127.0.0.1:1/v1/traces"));
		this.deliveries.add(delivery("OwnExporter"));
		this.deliveries.get(0).succeeded();
		this.deliveries.get(0).failed("status 503");
		assertThat(exporters().details()).asInstanceOf(InstanceOfAssertFactories.LIST)
			.hasSize(2)
			.satisfies((list) -> assertThat(list.get(0)).asString()
				.contains("protocol=otlp", "attempts=2", "failedAttempts=1", "lastSuccess=2026-11-21T10:00:00Z",
						"lastError=status 503", "lastErrorAt=2026-11-21T10:00:00Z"))
			.satisfies((list) -> assertThat(list.get(1)).asString()
				.contains("receiver=OwnExporter", "attempts=0")
				.doesNotContain("lastSuccess", "lastError"));
	}

	@Test
	void keepsSecretsOfReceiversToItself() {
		String address = "http://bob:hunter2@127.0.0.1:1/v1/traces";
		this.environment.setProperty(OTLP, address);
		this.deliveries.add(delivery(address));
		this.deliveries.add(delivery("http://eve:hunter2@127.0.0.1:1"));
		this.deliveries.get(0).failed("refused: password=hunter2");
		EffectiveSettings masking = new EffectiveSettings(this.environment,
				RedactionPolicy.from(RedactionRules.defaults()));
		assertThat(new ExporterContributor(masking, () -> this.deliveries).details())
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.hasSize(2)
			.satisfies((list) -> assertThat(list.get(0)).asString().contains("attempts=1", "lastError=refused"))
			.asString()
			.doesNotContain("hunter2");
	}

	private ExporterContributor exporters() {
		return new ExporterContributor(this.settings, () -> this.deliveries);
	}

	private static Delivery delivery(String receiver) {
		return new Delivery("traces", receiver, InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z")));
	}

	@Test
	void exporterThatIsOffIsNotTried() {
		this.environment.setProperty("management.otlp.metrics.export.url", "http://127.0.0.1:1");
		this.environment.setProperty("management.otlp.metrics.export.enabled", "false");
		assertThat(exporters().details()).asString().contains("enabled=false").doesNotContain("reachable");
	}

	@Test
	void addressThatMakesNoSenseIsFound() {
		this.environment.setProperty(OTLP, "http://not a host");
		ExporterContributor contributor = exporters();
		assertThat(contributor.details()).asString().contains("reachable=false");
	}

	@Test
	void executorWithoutContextIsFound() {
		this.beans.registerSingleton("reports", ForkJoinPool.commonPool());
		assertThat(new ExecutorContributor(this.beans).findings()).singleElement()
			.extracting(Finding::meaning)
			.asString()
			.contains("'reports'");
	}

	@Test
	void executorWithContextIsNot() {
		ThreadPoolTaskExecutor decorated = new ThreadPoolTaskExecutor();
		decorated.setTaskDecorator(new ContextPropagatingTaskDecorator());
		this.beans.registerSingleton("decorated", decorated);
		this.beans.registerSingleton("wrapped", ContextExecutorService.wrap(ForkJoinPool.commonPool(),
				() -> ContextSnapshotFactory.builder().build().captureAll()));
		ExecutorContributor contributor = new ExecutorContributor(this.beans);
		assertThat(contributor.details()).asString().contains("bean=decorated", "bean=wrapped");
		assertThat(contributor.findings()).isEmpty();
	}

	@Test
	void schedulersAreListedAndStartWorkOfTheirOwn() {
		ThreadPoolTaskScheduler decorated = new ThreadPoolTaskScheduler();
		decorated.setTaskDecorator(new ContextPropagatingTaskDecorator());
		this.beans.registerSingleton("decorated", decorated);
		this.beans.registerSingleton("timer", Executors.newScheduledThreadPool(0));
		this.beans.registerSingleton("own", Mockito.mock(TaskScheduler.class));
		ExecutorContributor contributor = new ExecutorContributor(this.beans);
		assertThat(contributor.details()).asInstanceOf(InstanceOfAssertFactories.list(Map.class))
			.extracting((line) -> line.get("bean") + " " + line.get("kind") + " " + line.get("carriesContext"))
			.containsExactlyInAnyOrder("decorated scheduler true", "timer scheduler false", "own scheduler false");
		assertThat(contributor.findings()).isEmpty();
	}

	@Test
	void logbackWithKnownVulnerabilitiesIsFound() {
		assertThat(ids(logback("1.5.34"))).containsExactly("logback-outdated");
		assertThat(ids(logback("1.5.38"))).isEmpty();
		assertThat(ids(logback(null))).isEmpty();
	}

	@Test
	void ownConfigurationOfLogbackIsFound() {
		this.environment.setProperty("sightline.logging.format", "json");
		assertThat(ids(logback(null))).containsExactly("own-logback-configuration");
		this.environment.setProperty("sightline.logging.enabled", "false");
		assertThat(ids(logback(null))).isEmpty();
	}

	@Test
	void serviceWithoutNameIsFound() {
		assertThat(ids(new ServiceContributor(identity("unknown_service")))).containsExactly("no-service-name");
		assertThat(ids(new ServiceContributor(identity("shop")))).isEmpty();
	}

	private LogbackContributor logback(@Nullable String version) {
		return new LogbackContributor(this.settings, version, (name) -> false);
	}

	private static ServiceIdentity identity(String name) {
		return new ServiceIdentity(name, "1", "test", "i", Map.of());
	}

	private static List<String> ids(ReportContributor contributor) {
		return contributor.findings().stream().map(Finding::id).toList();
	}

}
