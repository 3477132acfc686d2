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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.sightline.identity.autoconfigure.IdentityAutoConfiguration;
import io.sightline.metrics.autoconfigure.SightlineMetricsAutoConfiguration;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.slo.InvalidObjectiveException;
import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.source.BadEvents;
import io.sightline.slo.source.EventMatch;
import io.sightline.slo.source.EventSource;
import io.sightline.slo.source.ObjectiveDefinition;
import io.sightline.slo.source.SloMetrics;
import io.sightline.slo.source.SloObservationHandler;
import io.sightline.slo.source.SloTrackers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SloAutoConfigurationTests {

	private static final String CHECKOUT = "sightline.slo.objectives.checkout.";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
				ObservationAutoConfiguration.class, IdentityAutoConfiguration.class, NoiseAutoConfiguration.class,
				SightlineMetricsAutoConfiguration.class, SloAutoConfiguration.class));

	@Test
	void registersBothCountersAtZero() {
		this.runner.withPropertyValues(CHECKOUT + "target=99.9").run((context) -> {
			assertThat(counter(context, "checkout", "good")).isZero();
			assertThat(counter(context, "checkout", "bad")).isZero();
		});
	}

	@Test
	void countsRequestsOfTheObjective() {
		this.runner.withPropertyValues(CHECKOUT + "target=99.9", CHECKOUT + "match.uri=/checkout").run((context) -> {
			request(context, "/checkout", "200");
			request(context, "/checkout", "500");
			request(context, "/elsewhere", "500");
			assertThat(counter(context, "checkout", "good")).isOne();
			assertThat(counter(context, "checkout", "bad")).isOne();
		});
	}

	@Test
	void publishesGauges() {
		this.runner.withPropertyValues(CHECKOUT + "target=99.95").run((context) -> {
			request(context, "/checkout", "500");
			assertThat(gauge(context, "slo.objective.ratio")).isEqualTo(0.9995);
			assertThat(gauge(context, "slo.burn.rate", "window", "5m")).isEqualTo(2_000);
			assertThat(gauge(context, "slo.error.budget.remaining.ratio")).isBetween(0.9, 1.0);
		});
	}

	@Test
	void countsCallsOfClient() {
		this.runner.withPropertyValues(CHECKOUT + "target=99", CHECKOUT + "match.client=pay.example.com")
			.run((context) -> {
				Observation.createNotStarted("http.client.requests", context.getBean(ObservationRegistry.class))
					.lowCardinalityKeyValue("client.name", "pay.example.com")
					.lowCardinalityKeyValue("status", "IO_ERROR")
					.start()
					.stop();
				assertThat(counter(context, "checkout", "bad")).isOne();
			});
	}

	@Test
	void addsThresholdToBucketsOfTheTimer() {
		this.runner.withPropertyValues(CHECKOUT + "target=95", CHECKOUT + "type=latency", CHECKOUT + "threshold=300ms")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(buckets(registry, "http.server.requests")).hasSize(11)
					.anyMatch((bucket) -> bucket.bucket() == Duration.ofMillis(300).toNanos());
				assertThat(buckets(registry, "http.client.requests")).hasSize(10);
			});
	}

	@Test
	void takesObjectivesOfBeans() {
		ObjectiveDefinition definition = new ObjectiveDefinition(
				new Objective("reports", ObjectiveType.AVAILABILITY, new BigDecimal("99"), Duration.ofDays(7), null, 2),
				new EventMatch(EventSource.OBSERVATION, "report", Map.of("kind", Set.of("daily"))), BadEvents.ERRORS);
		this.runner.withBean(ObjectiveDefinition.class, () -> definition)
			.run((context) -> assertThat(counter(context, "reports", "good")).isZero());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "target=0|promises nothing", "target=100|leaves no budget", "window=30d|it has no target",
					"type=latency,target=95|needs a threshold",
					"target=95,threshold=1s|says nothing about availability",
					"target=95,match.meter=payments|nothing says which events are bad",
					"target=95,match.meter=payments,bad.tags.status=failed|there is no meter 'payments'",
					"target=95,match.meter=a,match.client=b|several kinds",
					"target=95,match.wide-event=true,match.client=b|several kinds",
					"target=95,window=100d|1 and 90 days", "target=95,min-bad-events=0|fires only on bad events" })
	void rejectsObjectiveAndSaysWhatToDo(String properties, String reason) {
		this.runner
			.withPropertyValues(properties.transform((all) -> CHECKOUT + all.replace(",", "," + CHECKOUT)).split(","))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidObjectiveException.class, (ex) -> {
					FailureAnalysis analysis = Objects
						.requireNonNull(new InvalidObjectiveFailureAnalyzer().analyze(ex));
					assertThat(analysis.getDescription()).contains("sightline.slo.objectives.checkout", reason);
					assertThat(analysis.getAction()).isNotBlank();
				}));
	}

	@Test
	void rejectsObjectiveAboutEventsThatAreOff() {
		this.runner
			.withPropertyValues(CHECKOUT + "target=99", CHECKOUT + "match.wide-event=true",
					"sightline.request.wide-event.enabled=false")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidObjectiveException.class)
				.hasMessageContaining("sum up requests"));
	}

	@Test
	void warnsOfTiersThatCanNeverFire(CapturedOutput output) {
		this.runner.withPropertyValues(CHECKOUT + "target=90")
			.run((context) -> assertThat(output).contains("SloFastBurn can never fire")
				.doesNotContain("SloSlowBurn can never fire"));
	}

	@Test
	void startsThreadOnlyForObjectives() {
		this.runner.run((context) -> assertThat(context.getBean(SloSchedule.class).isRunning()).isFalse());
		this.runner.withPropertyValues(CHECKOUT + "target=90")
			.run((context) -> assertThat(context.getBean(SloSchedule.class).isRunning()).isTrue());
		assertThat(Thread.getAllStackTraces().keySet())
			.noneMatch((thread) -> "sightline-slo".equals(thread.getName()) && thread.isAlive() && !thread.isDaemon());
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		SloTrackers own = new SloTrackers(List.of(), System::nanoTime);
		this.runner.withBean(SloTrackers.class, () -> own)
			.run((context) -> assertThat(context).getBean(SloTrackers.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.slo.enabled=false", CHECKOUT + "target=99")
			.run((context) -> assertThat(context).doesNotHaveBean(SloTrackers.class)
				.doesNotHaveBean(SloMetrics.class)
				.doesNotHaveBean(SloObservationHandler.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SloAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(SloTrackers.class));
	}

	private static void request(AssertableApplicationContext context, String uri, String status) {
		Observation.createNotStarted("http.server.requests", context.getBean(ObservationRegistry.class))
			.lowCardinalityKeyValue("uri", uri)
			.lowCardinalityKeyValue("status", status)
			.start()
			.stop();
	}

	private static double counter(AssertableApplicationContext context, String slo, String result) {
		FunctionCounter counter = context.getBean(MeterRegistry.class)
			.get("slo.events")
			.tags("slo", slo, "result", result)
			.functionCounter();
		return counter.count();
	}

	private static double gauge(AssertableApplicationContext context, String name, String... tags) {
		return context.getBean(MeterRegistry.class).get(name).tags(tags).gauge().value();
	}

	private static CountAtBucket[] buckets(MeterRegistry registry, String name) {
		return registry.timer(name).takeSnapshot().histogramCounts();
	}

}
