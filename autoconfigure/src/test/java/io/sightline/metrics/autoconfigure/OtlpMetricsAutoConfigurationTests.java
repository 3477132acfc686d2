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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.sightline.metrics.otlp.OutageLoggingSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpMetricsAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class OtlpMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				OtlpMetricsExportAutoConfiguration.class, OtlpMetricsAutoConfiguration.class))
		.withPropertyValues("management.otlp.metrics.export.url=http://localhost:1/v1/metrics");

	@Test
	void warnsOnceOfOutage(CapturedOutput output) {
		this.runner.run((context) -> {
			context.getBean(MeterRegistry.class).counter("orders").increment();
			// Closing publishes.
			context.getBean(OtlpMeterRegistry.class).close();
		});
		assertThat(output.getOut()).containsOnlyOnce("Metrics cannot be delivered to http://localhost:1/v1/metrics")
			.doesNotContain("Failed to publish metrics");
	}

	@Test
	void wrapsSenderOfTheApplication() {
		this.runner.withBean(OtlpMetricsSender.class, () -> (request) -> assertThat(request).isNotNull())
			.run((context) -> assertThat(context).getBean(OtlpMetricsSender.class)
				.isInstanceOf(OutageLoggingSender.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.runner.withPropertyValues("sightline.metrics.enabled=false")
			.run((context) -> assertThat(context).getBean(OtlpMetricsSender.class)
				.isNotInstanceOf(OutageLoggingSender.class));
	}

	@Test
	void backsOffWithoutRegistry() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(OtlpMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(OtlpMetricsSender.class))
			.run((context) -> assertThat(context).doesNotHaveBean("sightlineOtlpSenderPostProcessor"));
	}

}
