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

package io.sightline.logging.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.IdentityAutoConfiguration;
import io.sightline.ledger.LedgerMetrics;
import io.sightline.ledger.LedgerSource;
import io.sightline.logging.LogFormat;
import io.sightline.logging.async.AsyncDelivery;
import io.sightline.logging.json.InvalidFieldException;
import io.sightline.logging.json.JsonLine;
import io.sightline.logging.json.LineOptions;
import io.sightline.logging.json.TextPolicy;
import io.sightline.logging.otlp.LogExport;
import io.sightline.logging.otlp.LogExportSettings;
import io.sightline.logging.otlp.LogRecords;
import io.sightline.pressure.Pressure;
import io.sightline.report.DeliverySource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingProperties;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that exports log events through
 * Boot's {@link LogRecordExporter}, which there is when an endpoint is set: Boot makes
 * the exporter, and nothing that gives it events. Backs off for a {@link LogExport} bean.
 */
@AutoConfiguration(after = { LoggingAutoConfiguration.class, IdentityAutoConfiguration.class,
		OpenTelemetryLoggingAutoConfiguration.class, OtlpLoggingAutoConfiguration.class })
@ConditionalOnClass({ LoggerContext.class, SdkLoggerProvider.class, JsonMapper.class,
		OtlpLoggingAutoConfiguration.class })
@ConditionalOnBooleanProperty(prefix = "sightline", name = { "enabled", "logging.enabled", "logging.otlp.enabled" },
		matchIfMissing = true)
@EnableConfigurationProperties({ LoggingProperties.class, LogExportProperties.class,
		OpenTelemetryLoggingProperties.class })
public final class LogExportAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(LogExportAutoConfiguration.class);

	private static final ServiceIdentity NOBODY = new ServiceIdentity("", "", "", "", Map.of());

	/**
	 * Not every field of a line is one of a record.
	 */
	private static Set<String> known(Set<String> fields) {
		return fields.stream().filter(LogExportAutoConfiguration::isKnown).collect(Collectors.toSet());
	}

	private static boolean isKnown(String field) {
		LineOptions all = LineOptions.of(LogFormat.OTEL);
		try {
			JsonLine.create(NOBODY,
					new LineOptions(all.format(), all.includeCaller(), all.maxMessageLength(),
							all.maxStackTraceLength(), all.maxLineLength(),
							new LineOptions.FieldChanges(Map.of(), Set.of(field), Map.of())),
					TextPolicy.NONE);
			return true;
		}
		catch (InvalidFieldException ex) {
			return false;
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean({ LogRecordExporter.class, Resource.class })
	static class ExportConfiguration {

		private static final Duration SHUTDOWN = Duration.ofSeconds(2);

		@Bean(initMethod = "start", destroyMethod = "stop")
		@ConditionalOnMissingBean
		LogExport sightlineLogExport(ObjectProvider<LogRecordExporter> exporters, Resource resource,
				ObjectProvider<LogLimits> limits, OpenTelemetryLoggingProperties boot, LoggingProperties properties,
				ObjectProvider<Pressure> pressures) {
			OpenTelemetryLoggingProperties.Export export = boot.getExport();
			Pressure pressure = pressures.getIfUnique();
			LogRecordExporter exporter = LogRecordExporter.composite(exporters.orderedStream().toList());
			LogExport logs = new LogExport(exporter,
					new LogRecords(lines(properties), resource, limits.getIfAvailable(LogLimits::getDefault)),
					new LogExportSettings(export.getMaxQueueSize(), export.getMaxBatchSize(), export.getScheduleDelay(),
							export.getTimeout(), SHUTDOWN),
					() -> pressure != null && pressure.isHeapShort());
			pressures.ifUnique((each) -> each.onShortHeap(logs::relieve));
			return logs;
		}

		@Bean(destroyMethod = "close")
		Connection sightlineLogExportConnection(LogExport export) {
			return new Connection(export);
		}

		@Bean
		LedgerSource sightlineLogExportLedgers(LogExport export) {
			return () -> List.of(export.ledger());
		}

		@Bean
		DeliverySource sightlineLogExportDeliveries(LogExport export) {
			return () -> List.of(export.attempts());
		}

		/**
		 * Who logs is said once, by the resource.
		 */
		private static JsonLine lines(LoggingProperties properties) {
			TextPolicy policy = LogRedaction.current();
			return JsonLine.create(NOBODY,
					new LineOptions(LogFormat.OTEL, properties.includeCaller(),
							(int) properties.maxMessageSize().toBytes(), (int) properties.maxStackTraceSize().toBytes(),
							(int) properties.maxLineSize().toBytes(),
							new LineOptions.FieldChanges(Map.of(), known(properties.fields().exclude()), Map.of())),
					(policy != null) ? policy : TextPolicy.NONE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class LedgerMetricsConfiguration {

		@Bean
		MeterBinder sightlineLogExportLedgerMetrics(ObjectProvider<LogExport> exports) {
			return (registry) -> exports.ifAvailable((export) -> new LedgerMetrics(export.ledger()).bindTo(registry));
		}

	}

	/**
	 * Between the delivery of log events, which lives longer than a context, and the
	 * export of one.
	 */
	static final class Connection implements AutoCloseable {

		private final @Nullable AsyncDelivery delivery;

		private final LogExport export;

		Connection(LogExport export) {
			this.export = export;
			this.delivery = (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
					&& context.getObject(AsyncDelivery.class.getName()) instanceof AsyncDelivery async) ? async : null;
			if (this.delivery != null) {
				this.delivery.handOn(export);
			}
			else {
				logger.warn("No log event is exported over OTLP: sightline.logging.async.enabled=false, and export "
						+ "takes events from that delivery. Enable it, or set sightline.logging.otlp.enabled=false");
			}
		}

		@Override
		public void close() {
			if (this.delivery != null) {
				this.delivery.stopHandingOn(this.export);
			}
		}

	}

}
