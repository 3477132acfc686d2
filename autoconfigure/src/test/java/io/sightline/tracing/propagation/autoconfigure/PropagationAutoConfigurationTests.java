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

package io.sightline.tracing.propagation.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.sightline.noise.autoconfigure.NoiseAutoConfiguration;
import io.sightline.tracing.autoconfigure.SightlineTracingAutoConfiguration;
import io.sightline.tracing.propagation.HostPolicy;
import io.sightline.tracing.propagation.RecipientPolicy;
import io.sightline.tracing.propagation.RecipientPolicy.Destination;
import io.sightline.tracing.propagation.UntrustedLinkProcessor;
import io.sightline.tracing.sampling.autoconfigure.SamplingAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PropagationAutoConfiguration} and
 * {@link RemoteDecisionAutoConfiguration}.
 */
class PropagationAutoConfigurationTests {

	private static final String TRACE = "80f198ee56343ba864fe8b2a57d3eff7";

	private static final Map<String, String> SAMPLED = Map.of("traceparent", "00-" + TRACE + "-e457b5a2e4d86bd1-01");

	private static final Map<String, String> DEFERRED = Map.of("b3", TRACE + "-e457b5a2e4d86bd1");

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ObservationAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
						OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
						PropagationAutoConfiguration.class, RemoteDecisionAutoConfiguration.class))
		.withBean("inMemory", SpanProcessor.class, () -> SimpleSpanProcessor.create(this.exporter))
		.withPropertyValues("management.tracing.sampling.probability=1.0");

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void continuesTraceWhetherItIsExportedOrNot(boolean export) {
		this.runner.withPropertyValues("management.tracing.export.enabled=" + export)
			.run((context) -> assertThat(receive(context, SAMPLED).getTraceId()).isEqualTo(TRACE));
	}

	@Test
	void linksTraceOfUntrustedCaller() {
		this.runner.withPropertyValues("sightline.tracing.trust-incoming=never").run((context) -> {
			SpanData span = receive(context, SAMPLED);
			assertThat(span.getTraceId()).isNotEqualTo(TRACE);
			assertThat(span.getParentSpanContext().isValid()).isFalse();
			assertThat(span.getLinks()).singleElement()
				.satisfies((link) -> assertThat(link.getSpanContext().getTraceId()).isEqualTo(TRACE));
		});
	}

	@Test
	void untrustedCallerCannotForceRecording() {
		this.runner
			.withPropertyValues("sightline.tracing.trust-incoming=never", "management.tracing.sampling.probability=0.0")
			.run((context) -> assertDropped(context, SAMPLED));
	}

	@ParameterizedTest
	@CsvSource({ "never, true, 1", "never, false, 1", "always, true, 20", "always, false, 20" })
	void untrustedCallersAreRateCapped(String trust, boolean headers, int kept) {
		this.runner.withConfiguration(AutoConfigurations.of(SamplingAutoConfiguration.class))
			.withPropertyValues("sightline.tracing.trust-incoming=" + trust,
					"sightline.tracing.sampling.strategy=ratio", "sightline.tracing.sampling.untrusted-limit=0.001")
			.run((context) -> {
				for (int i = 0; i < 20; i++) {
					start(context, (headers) ? SAMPLED : Map.of());
				}
				assertThat(this.exporter.getFinishedSpanItems()).hasSize(kept);
			});
	}

	@Test
	void heedsRefusalWithoutTrace() {
		this.runner.run((context) -> assertDropped(context, Map.of("b3", "0")));
	}

	@Test
	void heedsWishWithoutTrace() {
		this.runner.withPropertyValues("management.tracing.sampling.probability=0.0")
			.run((context) -> assertThat(receive(context, Map.of("b3", "1")).getParentSpanContext().isValid())
				.isFalse());
	}

	@Test
	void asksNoiseFirst() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(NoiseAutoConfiguration.class, SightlineTracingAutoConfiguration.class))
			.run((context) -> assertThat(context.getBean(SdkTracerProvider.class).getSampler().getDescription())
				.startsWith("NoiseSampler{ParentBased{"));
	}

	@Test
	void decisionEndsWithFirstSpan() {
		this.runner.run((context) -> {
			Tracer tracer = context.getBean(Tracer.class);
			Span refused = context.getBean(Propagator.class).extract(Map.of("b3", "0"), Map::get).start();
			try (Tracer.SpanInScope scope = tracer.withSpan(refused)) {
				tracer.nextSpan().start().end();
				assertThat(this.exporter.getFinishedSpanItems()).isEmpty();
			}
			tracer.spanBuilder().setNoParent().start().end();
			assertThat(this.exporter.getFinishedSpanItems()).hasSize(1);
		});
	}

	@Test
	void recordsWhereCallerDefers() {
		this.runner.run((context) -> assertThat(receive(context, DEFERRED).getTraceId()).isEqualTo(TRACE));
	}

	@Test
	void refusesWhereCallerDefers() {
		this.runner.withPropertyValues("management.tracing.sampling.probability=0.0")
			.run((context) -> assertDropped(context, DEFERRED));
	}

	@Test
	void usesPropagatorOfTheApplicationToo() {
		TextMapPropagator own = Mockito.mock(TextMapPropagator.class);
		this.runner.withBean("own", TextMapPropagator.class, () -> own).run((context) -> {
			context.getBean(Propagator.class).extract(SAMPLED, Map::get);
			Mockito.verify(own).extract(Mockito.any(), Mockito.any(), Mockito.any());
		});
	}

	@Test
	void backsOffForPropagatorsOfTheApplication() {
		ContextPropagators own = ContextPropagators.noop();
		this.runner.withBean(ContextPropagators.class, () -> own)
			.run((context) -> assertThat(context).getBean(ContextPropagators.class).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ ", true", "sightline.tracing.baggage.allowed-hosts=*, true",
			"sightline.tracing.baggage.allowed-hosts=internal, false" })
	void tellsUnknownRecipientUnlessHostsAreListed(@Nullable String property, boolean told) {
		this.runner.withPropertyValues((property != null) ? new String[] { property } : new String[0])
			.run((context) -> assertThat(headers(context).containsKey("traceparent")).isEqualTo(told));
	}

	@Test
	void asksRecipientPolicyOfTheApplication() {
		RecipientPolicy own = new RecipientPolicy(HostPolicy.of(List.of("shop")),
				(carrier) -> new Destination("shop", false));
		this.runner.withBean(RecipientPolicy.class, () -> own)
			.withPropertyValues("sightline.tracing.baggage.allowed-hosts=internal")
			.run((context) -> assertThat(headers(context)).containsKey("traceparent"));
	}

	@Test
	void refusesUnknownTrust() {
		this.runner.withPropertyValues("sightline.tracing.trust-incoming=sometimes")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("sightline.tracing.trust-incoming")
				.hasMessageContaining("'sometimes' is not an IP address or a range"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "sightline.tracing.propagation.enabled", "sightline.tracing.enabled", "sightline.enabled" })
	void backsOffWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean("sightlineContextPropagators")
				.doesNotHaveBean(UntrustedLinkProcessor.class)
				.doesNotHaveBean("sightlineRemoteDecisionCustomizer")
				.hasSingleBean(ContextPropagators.class));
	}

	@Test
	void backsOffWithoutBridge() {
		this.runner.withClassLoader(new FilteredClassLoader(OtelTracer.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sightlineContextPropagators"));
	}

	private static Map<String, String> headers(ApplicationContext context) {
		Map<String, String> headers = new HashMap<>();
		Span span = context.getBean(Tracer.class).nextSpan();
		context.getBean(Propagator.class)
			.inject(span.context(), headers, (carrier, name, value) -> headers.put(name, value));
		return headers;
	}

	private SpanData receive(ApplicationContext context, Map<String, String> headers) {
		start(context, headers);
		assertThat(this.exporter.getFinishedSpanItems()).hasSize(1);
		SpanData span = this.exporter.getFinishedSpanItems().get(0);
		this.exporter.reset();
		return span;
	}

	private void assertDropped(ApplicationContext context, Map<String, String> headers) {
		start(context, headers);
		assertThat(this.exporter.getFinishedSpanItems()).isEmpty();
	}

	private static void start(ApplicationContext context, Map<String, String> headers) {
		context.getBean(Propagator.class).extract(headers, Map::get).start().end();
	}

}
