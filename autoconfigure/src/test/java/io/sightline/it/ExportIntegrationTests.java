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

package io.sightline.it;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

import com.example.servlet.ServletApplication;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Traces go where the application says, and nowhere if it does not.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExportIntegrationTests {

	private static final Logger LOG = LoggerFactory.getLogger(ExportIntegrationTests.class);

	private final OtlpReceiver collector = new OtlpReceiver();

	@AfterEach
	void stop() {
		this.collector.close();
	}

	@Test
	void exportsToZipkin() {
		try (ConfigurableApplicationContext context = run(
				Map.of("management.tracing.export.zipkin.endpoint", this.collector.url("/text")))) {
			trace(context);
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !this.collector.texts().isEmpty());
		assertThat(this.collector.texts().get(0)).contains("\"name\":\"hand-made\"", "\"serviceName\":\"exporting\"");
	}

	@Test
	void exportsOverOtlpWithIdentity() {
		try (ConfigurableApplicationContext context = run(
				Map.of("sightline.service.environment", "staging", "sightline.service.instance-id", "one",
						"management.opentelemetry.tracing.export.otlp.endpoint", this.collector.url("/v1/traces")))) {
			trace(context);
		}
		assertThat(this.collector.spanNames()).contains("hand-made");
		assertThat(this.collector.resource()).containsEntry("service.name", "exporting")
			.containsKey("service.version")
			.containsEntry("deployment.environment.name", "staging")
			.containsEntry("service.instance.id", "one");
	}

	@Test
	void exportsLinesWithTheirTraceAndNoSecrets() {
		try (ConfigurableApplicationContext context = run(
				Map.of("management.opentelemetry.logging.export.otlp.endpoint", this.collector.url("/v1/logs")))) {
			Span span = context.getBean(Tracer.class).nextSpan().name("hand-made").start();
			try (Tracer.SpanInScope scope = context.getBean(Tracer.class).withSpan(span)) {
				LOG.info("Paid with password=hunter2");
			}
			span.end();
			Awaitility.await()
				.until(() -> this.collector.logs().stream().anyMatch((line) -> text(line).startsWith("Paid with")));
			LogRecord line = this.collector.logs()
				.stream()
				.filter((each) -> text(each).startsWith("Paid with"))
				.findFirst()
				.orElseThrow();
			assertThat(HexFormat.of().formatHex(line.getTraceId().toByteArray())).isEqualTo(span.context().traceId());
			assertThat(line.toString()).doesNotContain("hunter2");
		}
	}

	private static String text(LogRecord line) {
		return line.getBody().getStringValue();
	}

	@Test
	void exportsNothingUnlessTold(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run(Map.of())) {
			trace(context);
			assertThat(context.getBeanProvider(SpanExporter.class)).isEmpty();
			assertThat(context.getBeansOfType(io.micrometer.core.instrument.MeterRegistry.class).values())
				.noneMatch((registry) -> registry.getClass().getName().contains("Otlp"));
		}
		assertThat(output).doesNotContain("\"level\":\"WARN\"").doesNotContain("\"level\":\"ERROR\"");
	}

	private static void trace(ConfigurableApplicationContext context) {
		context.getBean(Tracer.class).nextSpan().name("hand-made").start().end();
	}

	private static ConfigurableApplicationContext run(Map<String, Object> properties) {
		return new SpringApplicationBuilder(ServletApplication.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=exporting", "sightline.logging.format=json")
			.properties(properties)
			.run();
	}

}
