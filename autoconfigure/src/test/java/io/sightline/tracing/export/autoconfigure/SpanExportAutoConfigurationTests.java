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

package io.sightline.tracing.export.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sightline.ledger.LedgerSource;
import io.sightline.ledger.SignalLedger;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;
import io.sightline.tracing.export.OtlpChannel;
import io.sightline.tracing.export.SpanPipeline;
import io.sightline.tracing.sampling.SpanLedger;
import io.sightline.tracing.sampling.autoconfigure.SamplingAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanExportAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpanExportAutoConfigurationTests {

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OtlpTracingAutoConfiguration.class,
				RedactionAutoConfiguration.class, SamplingAutoConfiguration.class, SpanExportAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.bare
		.withPropertyValues("management.tracing.sampling.probability=1.0")
		.withBean(SpanExporter.class, () -> this.exporter);

	@Test
	void exportsEachSpanOnceInThePlaceOfBootsProcessor() {
		this.runner.run((context) -> {
			assertThat(context).doesNotHaveBean(BatchSpanProcessor.class).hasSingleBean(SpanPipeline.class);
			assertThat(trace(context)).extracting(SpanData::getName).containsExactly("password=******");
			assertThat(context.getBean(SpanLedger.class).account().difference()).isZero();
		});
	}

	@Test
	void countsWhatSamplerLeavesOut() {
		this.runner
			.withPropertyValues("sightline.tracing.sampling.strategy=ratio",
					"management.tracing.sampling.probability=0.0")
			.run((context) -> {
				assertThat(trace(context)).isEmpty();
				SignalLedger account = context.getBean(SpanLedger.class).account();
				assertThat(account.created()).isEqualTo(1);
				assertThat(account.unsampled()).isEqualTo(1);
			});
	}

	@Test
	void asksPredicatesOfTheApplication() {
		SpanExportingPredicate predicate = (span) -> !span.getName().contains("password");
		this.runner.withBean(SpanExportingPredicate.class, () -> predicate).run((context) -> {
			assertThat(trace(context)).isEmpty();
			assertThat(context.getBean(SpanLedger.class).account().unsampled()).isEqualTo(1);
		});
	}

	@Test
	void appliesFiltersOfTheApplication() {
		SpanFilter filter = (span) -> renamed(span);
		this.runner.withBean(SpanFilter.class, () -> filter)
			.run((context) -> assertThat(trace(context)).extracting(SpanData::getName).containsExactly("renamed"));
	}

	private static FinishedSpan renamed(FinishedSpan span) {
		return span.setName("renamed");
	}

	@Test
	void tellsTheAccountToWhoeverReportsLosses() {
		this.runner.run((context) -> assertThat(context.getBean(LedgerSource.class).ledgers())
			.containsExactly(context.getBean(SpanLedger.class).account()));
	}

	@Test
	void publishesTheAccount() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(MetricsAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				trace(context);
				assertThat(context.getBean(MeterRegistry.class)
					.get("sightline.telemetry.items")
					.tags("signal", "spans", "outcome", "exported", "reason", "none")
					.functionCounter()
					.count()).isEqualTo(1);
			});
	}

	@Test
	void sendsThroughTheChannelOfBootsExporter() {
		this.bare
			.withPropertyValues("management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces")
			.run((context) -> assertThat(context).hasSingleBean(OtlpChannel.class)
				.getBean(SpanExporter.class)
				.asString()
				.doesNotContain("RetryPolicy"));
	}

	@Test
	void needsNoExporter() {
		this.bare.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(SpanPipeline.class).isEndRequired()).isFalse();
		});
	}

	@Test
	void startsWithoutSpoolThatCannotBeUsed(@TempDir Path directory, CapturedOutput output) throws Exception {
		Path file = java.nio.file.Files.createFile(directory.resolve("file"));
		this.runner.withPropertyValues("sightline.tracing.spool.directory=" + file)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Spans are not kept on disk", "sightline.tracing.spool.directory");
	}

	@Test
	void backsOffForBatchProcessorOfTheApplication() {
		this.runner.withBean(BatchSpanProcessor.class, () -> BatchSpanProcessor.builder(this.exporter).build())
			.run((context) -> assertThat(context).doesNotHaveBean(SpanPipeline.class)
				.hasSingleBean(BatchSpanProcessor.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.tracing.enabled", "sightline.tracing.export.enabled" })
	void leavesExportToBootWhenDisabled(String key) {
		this.runner.withPropertyValues(key + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(SpanPipeline.class)
				.doesNotHaveBean(SpanLedger.class)
				.hasSingleBean(BatchSpanProcessor.class));
	}

	@Test
	void worksWithoutOtlpExporterAndMetrics() {
		this.runner
			.withClassLoader(new FilteredClassLoader("io.opentelemetry.exporter.otlp", "io.micrometer.core.instrument"))
			.run((context) -> assertThat(trace(context)).hasSize(1));
	}

	@Test
	void backsOffWithoutOpenTelemetry() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SpanExportAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.opentelemetry"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("spanPipeline"));
	}

	private List<SpanData> trace(ApplicationContext context) {
		context.getBean(Tracer.class).spanBuilder("password=hunter2hunter2").startSpan().end();
		CompletableResultCode flush = context.getBean(SdkTracerProvider.class).forceFlush();
		flush.join(10, java.util.concurrent.TimeUnit.SECONDS);
		return this.exporter.getFinishedSpanItems();
	}

}
