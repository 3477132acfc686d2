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

package io.sightline.test;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sightline.test.endpoint.ProbeConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of applications whose telemetry is
 * tested: takes spans where exporters do, and lets test clients say which test they are
 * used by.
 */
@AutoConfiguration
@Import(ProbeConfiguration.class)
public final class TelemetryTestAutoConfiguration {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SpanExporter telemetryTestSpanExporter() {
		return new RunSpanExporter(TestRuns.JVM);
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SdkTracerProviderBuilderCustomizer telemetryTestSpanProcessor(ApplicationContext application) {
		return (builder) -> builder.addSpanProcessor(new RunSpanProcessor(TestRuns.JVM, application));
	}

	@Bean
	static RequestLogPostProcessor telemetryTestRequestLogPostProcessor() {
		return new RequestLogPostProcessor(TestRuns.JVM.openRequests());
	}

	@Bean
	MarkObservationHandler telemetryTestMarkHandler(ApplicationContext application) {
		return new MarkObservationHandler(TestRuns.JVM, application);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ RestTestClient.class, RestTestClientBuilderCustomizer.class })
	static class RestTestClientConfiguration {

		@Bean
		RestTestClientBuilderCustomizer telemetryTestRestClientMark() {
			return (builder) -> builder.requestInterceptor((request, body, execution) -> {
				TestRun run = TestRuns.JVM.ofThread();
				if (run != null) {
					request.getHeaders().set(TestRuns.MARK, run.id());
				}
				return execution.execute(request, body);
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebTestClient.class, WebTestClientBuilderCustomizer.class, ClientRequest.class })
	static class WebTestClientConfiguration {

		@Bean
		WebTestClientBuilderCustomizer telemetryTestWebClientMark() {
			return (builder) -> builder.filter((request, next) -> {
				TestRun run = TestRuns.JVM.ofThread();
				return next.exchange(
						(run != null) ? ClientRequest.from(request).header(TestRuns.MARK, run.id()).build() : request);
			});
		}

	}

}
