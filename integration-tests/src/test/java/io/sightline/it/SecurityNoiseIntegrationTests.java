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

import com.example.secured.SecuredApplication;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityNoiseIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "sightline.tracing.enabled=true, false", "management.observations.enable.spring.security=true, true" })
	void filterChainIsInTracesOnlyWhereAskedFor(String property, boolean inTraces) {
		try (RunningApplication application = RunningApplication.start(SecuredApplication.class, "--" + property,
				"--spring.main.sources=" + Exporting.class.getName(), "--management.health.redis.enabled=false",
				"--spring.security.user.name=ops", "--spring.security.user.password=ops",
				"--spring.application.name=secured")) {
			assertThat(application.getAs("ops", "/work").statusCode()).isEqualTo(200);
			application.context().getBean(SdkTracerProvider.class).forceFlush();
			Spans spans = application.context().getBean(Spans.class);
			SpanData request = spans.await("GET /work");
			assertThat(spans.of(request.getTraceId()).size() > 1).isEqualTo(inTraces);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Exporting {

		@Bean
		Spans spans() {
			return new Spans();
		}

	}

}
