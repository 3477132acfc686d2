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

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.sightline.ledger.LedgerSource;
import io.sightline.logging.otlp.LogExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogExportAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogExportAutoConfigurationTests {

	private final ApplicationContextRunner silent = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryLoggingAutoConfiguration.class,
					OtlpLoggingAutoConfiguration.class, LogExportAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.silent
		.withPropertyValues("management.opentelemetry.logging.export.otlp.endpoint=http://127.0.0.1:1/v1/logs");

	@Test
	void exportsWhenThereIsAnEndpoint() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(LogExport.class));
	}

	@Test
	void leavesOutFieldsOfLinesThatRecordsDoNotHave() {
		this.runner.withPropertyValues("sightline.logging.fields.exclude=sampled,thread")
			.run((context) -> assertThat(context).hasSingleBean(LogExport.class));
	}

	@Test
	void exportsNothingWithoutEndpoint() {
		this.silent.run((context) -> assertThat(context).doesNotHaveBean(LogExport.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sightline.enabled", "sightline.logging.enabled", "sightline.logging.otlp.enabled" })
	void exportsNothingWhenDisabled(String property) {
		this.runner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LogExport.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tools.jackson.databind", "io.opentelemetry.sdk.logs", "ch.qos.logback.classic" })
	void backsOffWithoutLibrary(String library) {
		this.runner.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("sightlineLogExport"));
	}

	@Test
	void backsOffForExportOfTheApplication() {
		LogExport own = Mockito.mock(LogExport.class);
		Mockito.when(own.ledger())
			.thenReturn(new io.sightline.ledger.SignalLedger("own", java.util.List.of(), () -> 0, 1));
		this.runner.withBean("own", LogExport.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(LogExport.class).hasBean("own"));
	}

	@Test
	void accountsForWhatItExports() {
		this.runner.run((context) -> {
			assertThat(LedgerSource.all(context.getBeansOfType(LedgerSource.class).values()))
				.extracting((ledger) -> ledger.signal())
				.contains("log_export");
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean("sightlineLogExportLedgerMetrics", MeterBinder.class).bindTo(registry);
			assertThat(registry.find("sightline.telemetry.items").tag("signal", "log_export").meters()).isNotEmpty();
		});
	}

	@Test
	void namesWhoTakesWhatItExports() {
		this.runner
			.run((context) -> assertThat(context.getBean(LogExport.class).attempts().receiver()).isEqualTo("OTLP"));
		this.runner.withBean("own", LogRecordExporter.class, InMemoryLogRecordExporter::create)
			.run((context) -> assertThat(context.getBean(LogExport.class).attempts().receiver())
				.contains("InMemoryLogRecordExporter"));
	}

	@Test
	void saysThatItGetsNothingWithoutDelivery(CapturedOutput output) {
		this.runner.run((context) -> assertThat(output).contains("No log event is exported over OTLP")
			.contains("sightline.logging.async.enabled"));
	}

}
