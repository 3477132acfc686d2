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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.sightline.ledger.LedgerMetrics;
import io.sightline.ledger.LedgerSource;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.QueueFill;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.autoconfigure.RedactionAutoConfiguration;
import io.sightline.report.DeliverySource;
import io.sightline.tracing.export.ExportSettings;
import io.sightline.tracing.export.OtlpChannel;
import io.sightline.tracing.export.SpanPipeline;
import io.sightline.tracing.export.SpanPipelineBuilder;
import io.sightline.tracing.export.SpanPreparation;
import io.sightline.tracing.sampling.SpanLedger;
import io.sightline.tracing.sampling.TailBuffer;
import io.sightline.tracing.sampling.autoconfigure.SamplingAutoConfiguration;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.ConditionalOnEnabledOpenTelemetry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the export of spans: exports to
 * all of Boot's and the application's exporters, in the place of OpenTelemetry's batch
 * processor. Backs off if the application has a {@link BatchSpanProcessor}.
 */
@AutoConfiguration(after = { RedactionAutoConfiguration.class, SamplingAutoConfiguration.class },
		before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass({ OtelTracer.class, SdkTracerProvider.class, OpenTelemetryTracingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "tracing.enabled", "tracing.export.enabled" },
		matchIfMissing = true)
@ConditionalOnEnabledOpenTelemetry
@ConditionalOnMissingBean(BatchSpanProcessor.class)
@EnableConfigurationProperties({ SpanExportProperties.class, SpoolProperties.class,
		OpenTelemetryTracingProperties.class })
@Import(OtlpChannelConfiguration.class)
public final class SpanExportAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "sightlineBatchSpanProcessorRemoval")
	static BatchSpanProcessorRemoval sightlineBatchSpanProcessorRemoval() {
		return new BatchSpanProcessorRemoval();
	}

	@Bean
	@ConditionalOnMissingBean
	ExportSettings exportSettings(OpenTelemetryTracingProperties boot, SpanExportProperties properties) {
		OpenTelemetryTracingProperties.Export export = boot.getExport();
		return new ExportSettings(export.getMaxQueueSize(), export.getMaxBatchSize(), export.getScheduleDelay(),
				export.isIncludeUnsampled(), properties.shutdownTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	SpanLedger spanLedger(ExportSettings settings, ObjectProvider<TailBuffer> tail) {
		TailBuffer buffer = tail.getIfAvailable();
		return new SpanLedger("spans", settings.queueSize() + ((buffer != null) ? buffer.capacity() : 0L));
	}

	@Bean
	@ConditionalOnMissingBean
	SpanPreparation spanPreparation(ObjectProvider<SpanExportingPredicate> predicates,
			ObjectProvider<SpanFilter> filters, ObjectProvider<SpanReporter> reporters,
			ObjectProvider<RedactionPolicy> policy, OpenTelemetryTracingProperties boot) {
		return new SpanPreparation(predicates.orderedStream().toList(), filters.orderedStream().toList(),
				reporters.orderedStream().toList(), policy.getIfAvailable(),
				boot.getLimits().getMaxAttributeValueLength());
	}

	@Bean
	@ConditionalOnMissingBean
	SpanPipeline spanPipeline(SpanExporters exporters, SpanPreparation preparation, ExportSettings settings,
			SpanLedger ledger, SpoolProperties spool, BeanFactory beans) {
		return new SpanPipelineBuilder(exporters.list(), preparation, settings, ledger,
				beans.getBeanProvider(TailBuffer.class).getIfAvailable(),
				beans.getBeanProvider(OtlpChannel.class).getIfAvailable(), Spools.open(spool))
			.start(beans.getBeanProvider(Pressure.class).getIfAvailable(Pressure::new));
	}

	@Bean
	LedgerSource sightlineSpanLedgers(ObjectProvider<SpanPipeline> pipeline) {
		return () -> pipeline.stream().flatMap((one) -> one.ledgers().stream()).map(SpanLedger::account).toList();
	}

	@Bean
	DeliverySource sightlineSpanDeliveries(ObjectProvider<SpanPipeline> pipeline) {
		return () -> pipeline.stream().flatMap((one) -> one.deliveries().stream()).toList();
	}

	@Bean
	QueueFill sightlineSpanQueueFill(ObjectProvider<SpanPipeline> pipelines) {
		return () -> pipelines.stream().mapToDouble(SpanPipeline::fill).max().orElse(0);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ MeterBinder.class, MeterRegistry.class })
	static class LedgerConfiguration {

		@Bean
		MeterBinder sightlineSpanLedgerMetrics(SpanPipeline pipeline) {
			return (registry) -> pipeline.ledgers()
				.forEach((ledger) -> new LedgerMetrics(ledger.account()).bindTo(registry));
		}

	}

}
