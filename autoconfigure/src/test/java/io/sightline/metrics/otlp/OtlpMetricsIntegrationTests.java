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

package io.sightline.metrics.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

import com.example.servlet.ServletApplication;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a receiver of OTLP gets.
 */
class OtlpMetricsIntegrationTests {

	private final List<ResourceMetrics> received = new CopyOnWriteArrayList<>();

	@SuppressWarnings("NullAway.Init")
	private HttpServer receiver;

	@BeforeEach
	void receive() throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.createContext("/v1/metrics", this::receive);
		this.receiver.start();
	}

	@AfterEach
	void stop() {
		this.receiver.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = body(exchange)) {
			this.received.addAll(ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList());
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private static InputStream body(HttpExchange exchange) throws IOException {
		boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
	}

	private ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(ServletApplication.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=delivered", "sightline.service.environment=staging",
					"management.otlp.metrics.export.step=500ms")
			.run(arguments);
	}

	private String url() {
		return "--management.otlp.metrics.export.url=http://localhost:" + this.receiver.getAddress().getPort()
				+ "/v1/metrics";
	}

	private List<Metric> metrics(String name) {
		return this.received.stream()
			.flatMap((resource) -> resource.getScopeMetricsList().stream())
			.flatMap((scope) -> scope.getMetricsList().stream())
			.filter((metric) -> metric.getName().equals(name))
			.toList();
	}

	@Test
	void tellsTheResourceOfTheService() {
		try (ConfigurableApplicationContext context = start(url(), "--spring.application.version=1.2.3")) {
			assertThat(context.isRunning()).isTrue();
			await().untilAsserted(() -> assertThat(this.received).isNotEmpty());
		}
		assertThat(this.received.get(0).getResource().getAttributesList())
			.extracting((attribute) -> attribute.getKey() + "=" + attribute.getValue().getStringValue())
			.contains("service.name=delivered", "service.version=1.2.3", "deployment.environment.name=staging");
	}

	@ParameterizedTest
	@CsvSource({ "cumulative,AGGREGATION_TEMPORALITY_CUMULATIVE", "delta,AGGREGATION_TEMPORALITY_DELTA" })
	void countsAsAskedFor(String asked, AggregationTemporality temporality) {
		try (ConfigurableApplicationContext context = start(url(),
				"--management.otlp.metrics.export.aggregation-temporality=" + asked)) {
			context.getBean(MeterRegistry.class).counter("orders.shipped").increment();
			await().untilAsserted(() -> assertThat(metrics("orders.shipped")).isNotEmpty()
				.allMatch((metric) -> metric.getSum().getAggregationTemporality() == temporality));
		}
	}

	@Test
	void deliversNothingUnasked() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBeanNamesForType(OtlpMeterRegistry.class)).isEmpty();
		}
	}

}
