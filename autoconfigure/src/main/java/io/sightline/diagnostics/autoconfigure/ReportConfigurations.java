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

import java.lang.management.ManagementFactory;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.sightline.ledger.LedgerSource;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityReport;
import io.sightline.report.DeliverySource;
import io.sightline.report.ReportContributor;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the house contributes to the report of its own features.
 */
@Configuration(proxyBeanMethods = false)
class ReportConfigurations {

	@Bean
	ReportContributor sightlineExporterContributor(EffectiveSettings settings, ObjectProvider<DeliverySource> sources) {
		return new ExporterContributor(settings,
				() -> sources.stream().flatMap((source) -> source.deliveries().stream()).toList());
	}

	@Bean
	ReportContributor sightlineExecutorContributor(ConfigurableListableBeanFactory beans) {
		return new ExecutorContributor(beans);
	}

	@Bean
	ReportContributor sightlineLedgerContributor(ObjectProvider<LedgerSource> sources) {
		return new LedgerContributor(() -> LedgerSource.all(sources.stream().toList()));
	}

	@Bean
	ReportContributor sightlineCostContributor(ObjectProvider<LedgerSource> sources,
			ObjectProvider<SeriesCost> series) {
		return new CostContributor(() -> LedgerSource.all(sources.stream().toList()), () -> {
			SeriesCost cost = series.getIfAvailable();
			return (cost != null) ? cost.read() : null;
		}, ManagementFactory.getRuntimeMXBean()::getUptime);
	}

	static ClassLoader classLoader(ApplicationContext context) {
		ClassLoader loader = context.getClassLoader();
		return (loader != null) ? loader : ReportConfigurations.class.getClassLoader();
	}

	/**
	 * The clients.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	static class ClientConfiguration {

		@Bean
		ReportContributor sightlineClientContributor(ConfigurableListableBeanFactory beans) {
			return new ClientContributor(beans);
		}

	}

	/**
	 * The logs.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class LogbackConfiguration {

		@Bean
		ReportContributor sightlineLogbackContributor(EffectiveSettings settings) {
			return new LogbackContributor(settings);
		}

	}

	/**
	 * The meters.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		ReportContributor sightlineMeterContributor(EffectiveSettings settings, ObjectProvider<CardinalityLimit> limits,
				ObjectProvider<CardinalityReport> reports) {
			return new MeterContributor(settings, limits, reports);
		}

		@Bean
		SeriesCost sightlineSeriesCost(ObjectProvider<CardinalityLimit> limits) {
			return new SeriesCost(limits);
		}

	}

	/**
	 * The traces.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ SdkTracerProvider.class, Tracer.class })
	static class TraceConfiguration {

		@Bean
		ReportContributor sightlineSamplingContributor(EffectiveSettings settings, ObjectProvider<Sampler> samplers,
				SamplingChanges changes) {
			return new SamplingContributor(settings, samplers, changes);
		}

		@Bean
		ReportContributor sightlineTraceContributor(ListableBeanFactory beans) {
			return new TraceContributor(beans);
		}

	}

}
