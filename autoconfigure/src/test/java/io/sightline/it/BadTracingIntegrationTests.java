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

import java.util.List;

import io.sightline.tracing.propagation.autoconfigure.PropagationAutoConfiguration;
import io.sightline.tracing.sampling.autoconfigure.SamplingAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What an application says whose configuration of tracing is wrong: it does not start,
 * and names the key, the value and what is allowed.
 */
@ExtendWith(OutputCaptureExtension.class)
class BadTracingIntegrationTests {

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource(delimiter = ';', textBlock = """
			management.tracing.propagation.type; zipkin; B3_MULTI
			management.tracing.propagation.produce; zipkin; B3_MULTI
			management.tracing.propagation.consume; W3C,jaeger; B3_MULTI
			sightline.tracing.sampling.strategy; sometimes; RATE_LIMITED
			management.tracing.sampling.probability; 1.5; from 0.0 (none) to 1.0 (all)
			management.tracing.sampling.probability; much; to float
			sightline.tracing.sampling.limit; 0; greater than zero
			sightline.tracing.trust-incoming; 10.0.0.0/33; always, never
			""")
	void namesKeyAndValueAndWhatIsAllowed(String key, String value, String allowed, CapturedOutput output) {
		assertFails("--" + key + "=" + value);
		String wrong = value.substring(value.indexOf(',') + 1);
		assertThat(output).contains("APPLICATION FAILED TO START");
		assertThat(List.of(key, wrong, allowed)).allSatisfy((text) -> assertThat(output).contains(text));
	}

	@Test
	void namesStrategyThatDoesNotAskTheRules(CapturedOutput output) {
		assertFails("--sightline.tracing.sampling.strategy=ratio",
				"--sightline.tracing.sampling.rules[0].route=/orders/**");
		assertThat(output).contains("APPLICATION FAILED TO START", "sightline.tracing.sampling.strategy", "RATIO",
				"Use 'tail' or 'rules', or remove the rules");
	}

	@Test
	void namesStrategyBesideSamplerOfBoot(CapturedOutput output) {
		assertFails("--sightline.tracing.sampling.strategy=ratio",
				"--management.opentelemetry.tracing.sampler=always-on");
		assertThat(output).contains("APPLICATION FAILED TO START", "mutually exclusive",
				"sightline.tracing.sampling.strategy", "management.opentelemetry.tracing.sampler",
				"only one of the mutually exclusive properties");
	}

	private static void assertFails(String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("spring.application.name=bad", "sightline.logging.format=text");
		assertThatException().isThrownBy(() -> application.run(arguments));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
			PropagationAutoConfiguration.class, SamplingAutoConfiguration.class })
	static class Application {

	}

}
