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

package io.sightline.metrics.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.sightline.identity.autoconfigure.IdentityAutoConfiguration;
import io.sightline.metrics.BuildInfoMetrics;
import io.sightline.metrics.CachedTimerObservationHandler;
import io.sightline.metrics.DefaultBuckets;
import io.sightline.metrics.SampledScopeGroup;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationHandlerGroup;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SightlineMetricsAutoConfiguration}.
 */
class SightlineMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
				IdentityAutoConfiguration.class, SightlineMetricsAutoConfiguration.class));

	private static final AutoConfigurations TRACING = AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
			OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class);

	@Test
	void givesServerAndClientTimersTheDefaultBuckets() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(buckets(registry, "http.server.requests")).hasSize(10);
			assertThat(buckets(registry, "http.client.requests")).hasSize(10);
		});
	}

	@Test
	void remembersTimersOfObservations() {
		this.runner.run((context) -> assertThat(context).getBean(DefaultMeterObservationHandler.class)
			.isInstanceOf(CachedTimerObservationHandler.class));
	}

	@Test
	void leavesHandlerOfTheApplicationAlone() {
		DefaultMeterObservationHandler own = new DefaultMeterObservationHandler(new SimpleMeterRegistry());
		this.runner.withBean("own", DefaultMeterObservationHandler.class, () -> own)
			.run((context) -> assertThat(context.getBean("own")).isSameAs(own));
	}

	@Test
	void opensScopesForSampledSpansOnly() {
		this.runner.withConfiguration(TRACING)
			.run((context) -> assertThat(context).getBean("tracingObservationHandlerGroup")
				.isInstanceOf(SampledScopeGroup.class));
	}

	@Test
	void opensNoScopeForSpanThatBecomesNoExemplar() {
		assertThat(scopes(this.runner.withConfiguration(TRACING))).isZero();
	}

	@Test
	void leavesScopesToBootWhereExemplarsAreOfAllTraces() {
		assertThat(scopes(
				this.runner.withConfiguration(TRACING).withPropertyValues("management.tracing.exemplars.include=all")))
			.isOne();
	}

	@Test
	void leavesScopesToBootWhereTheApplicationAsksForTheSpan() {
		SpanContext own = Mockito.mock(SpanContext.class);
		assertThat(scopes(this.runner.withConfiguration(TRACING).withBean(SpanContext.class, () -> own))).isOne();
	}

	@Test
	void leavesScopesToBootForRegistryOfTheApplication() {
		assertThat(scopes(this.runner.withConfiguration(TRACING)
			.withBean("own", SimpleMeterRegistry.class, SimpleMeterRegistry::new))).isOne();
	}

	/**
	 * How often a span that is not sampled is current when a timer is recorded once.
	 */
	private static int scopes(ApplicationContextRunner runner) {
		ObservationRegistry registry = ObservationRegistry.create();
		AtomicInteger current = new AtomicInteger();
		runner.withPropertyValues("management.tracing.sampling.probability=0").run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			meters.config().onMeterAdded((meter) -> {
				if (meter instanceof Timer && Span.current().getSpanContext().isValid()) {
					current.incrementAndGet();
				}
			});
			context.getBean("tracingObservationHandlerGroup", ObservationHandlerGroup.class)
				.registerMembers(registry.observationConfig(),
						List.of(context.getBean(DefaultTracingObservationHandler.class),
								context.getBean(DefaultMeterObservationHandler.class)));
			Observation.createNotStarted("work", registry).start().stop();
			assertThat(meters.get("work").timer().count()).isOne();
		});
		return current.get();
	}

	@Test
	void publishesBuildInfo() {
		this.runner.withPropertyValues("spring.application.version=1.2.3")
			.run((context) -> assertThat(
					context.getBean(MeterRegistry.class).get("sightline.build.info").tag("version", "1.2.3").gauge())
				.isNotNull());
	}

	private static CountAtBucket[] buckets(MeterRegistry registry, String name) {
		return registry.timer(name).takeSnapshot().histogramCounts();
	}

	@Test
	void bindsBucketsAndMeters() {
		this.runner
			.withPropertyValues("sightline.metrics.buckets=20ms,1s", "sightline.metrics.bucket-meters=orders.placed")
			.run((context) -> assertThat(buckets(context.getBean(MeterRegistry.class), "orders.placed")).hasSize(2));
	}

	@Test
	void addsAndRemovesBucketsByMeter() {
		this.runner
			.withPropertyValues("sightline.metrics.meter-buckets[orders.packed]=1m,5m,1h",
					"sightline.metrics.meter-buckets[http.client.requests]=")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(buckets(registry, "orders.packed")).hasSize(3);
				assertThat(buckets(registry, "http.client.requests")).isEmpty();
				assertThat(buckets(registry, "http.server.requests")).hasSize(10);
			});
	}

	@Test
	void marksDeployment() {
		this.runner.withPropertyValues("spring.application.version=1.2.3")
			.run((context) -> assertThat(context.getBean(MeterRegistry.class)
				.get("sightline.deployment.time")
				.tag("version", "1.2.3")
				.timeGauge()
				.value(TimeUnit.SECONDS)).isGreaterThan(1.7e9));
	}

	@Test
	void rejectsBucketOfNoLength() {
		this.runner.withPropertyValues("sightline.metrics.buckets=0ms")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("sightline.metrics.buckets"));
	}

	@Test
	void keepsBucketsOfBootsProperties() {
		this.runner.withPropertyValues("management.metrics.distribution.slo.http.server.requests=1s")
			.run((context) -> assertThat(buckets(context.getBean(MeterRegistry.class), "http.server.requests"))
				.hasSize(1));
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		DefaultBuckets own = new DefaultBuckets(Set.of(), List.of(Duration.ofSeconds(1)));
		this.runner.withBean(DefaultBuckets.class, () -> own)
			.run((context) -> assertThat(context).getBean(DefaultBuckets.class).isSameAs(own));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.metrics.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(DefaultBuckets.class)
				.doesNotHaveBean(BuildInfoMetrics.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SightlineMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).doesNotHaveBean(BuildInfoMetrics.class));
	}

}
