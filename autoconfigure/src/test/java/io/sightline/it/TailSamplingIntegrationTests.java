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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.example.deep.DeepApplication;
import com.example.reactive.ReactiveApplication;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.sightline.ledger.SignalLedger;
import io.sightline.tracing.sampling.SpanLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fails is kept on its whole way, at any ratio.
 */
class TailSamplingIntegrationTests {

	private static final int SPANS_OF_TRACE = 5;

	private final OtlpReceiver collector = new OtlpReceiver();

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void stop() {
		this.collector.close();
	}

	@Test
	void keepsFailureDeepDownOnItsWholeWayUp() throws IOException, InterruptedException {
		try (ConfigurableApplicationContext context = run(DeepApplication.class, WebApplicationType.SERVLET)) {
			for (int i = 0; i < 20; i++) {
				assertThat(get(context, "/deep/2?fail=false")).endsWith("-00");
			}
			for (int i = 0; i < 3; i++) {
				assertThat(get(context, "/deep/2?fail=true")).endsWith("-01");
			}
			awaitBalance(context, 23L * SPANS_OF_TRACE);
			assertThat(spansByTrace()).hasSize(3).values().containsOnly((long) SPANS_OF_TRACE);
			assertThat(this.collector.spans()).noneMatch(TailSamplingIntegrationTests::isPartial);
		}
	}

	@Test
	void tellsCallerOfReactiveApplication() throws IOException, InterruptedException {
		try (ConfigurableApplicationContext context = run(ReactiveApplication.class, WebApplicationType.REACTIVE)) {
			assertThat(get(context, "/nowhere")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
		}
	}

	private static boolean isPartial(Span span) {
		return span.getAttributesList()
			.stream()
			.anyMatch((attribute) -> attribute.getKey().equals("sightline.partial"));
	}

	private Map<ByteString, Long> spansByTrace() {
		return this.collector.spans().stream().collect(Collectors.groupingBy(Span::getTraceId, Collectors.counting()));
	}

	private void awaitBalance(ConfigurableApplicationContext context, long created) {
		SignalLedger account = context.getBean(SpanLedger.class).account();
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			context.getBean(SdkTracerProvider.class).forceFlush();
			assertThat(account.created()).isEqualTo(created);
			assertThat(account.queued()).isZero();
		});
		assertThat(account.exported()).isEqualTo(this.collector.spans().size());
		assertThat(account.difference()).isZero();
	}

	private String get(ConfigurableApplicationContext context, String path) throws IOException, InterruptedException {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		return this.client.send(request, HttpResponse.BodyHandlers.discarding())
			.headers()
			.firstValue("traceresponse")
			.orElse("");
	}

	private ConfigurableApplicationContext run(Class<?> application, WebApplicationType type) {
		return new SpringApplicationBuilder(application).web(type)
			.properties("spring.application.name=deep", "server.port=0", "management.tracing.sampling.probability=0.0",
					"sightline.tracing.sampling.slow-threshold=60s",
					"management.opentelemetry.tracing.export.otlp.endpoint=" + this.collector.url("/v1/traces"))
			.run();
	}

}
