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

package io.sightline.console;

import java.util.Map;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class BindFailureAnalyzerTests {

	@ParameterizedTest
	@ValueSource(strings = { "console.scrape.credentials.shop.token=p4\nss",
			"console.scrape.targets.shop=http://u:p4^ss@host", "console.scrape.targets.shop=http://u:p4ss@host",
			"console.alertmanager.token=p4\nss", "console.alertmanager.url=http://u:p4^ss@host",
			"console.sources.zipkin.authorization=p4\nss" })
	void saysWhatIsWrongButNotTheValue(String property, CapturedOutput output) {
		String name = property.substring(0, property.indexOf('='));
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(ConsoleApplication.class).web(WebApplicationType.NONE)
				.initializers((context) -> context.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("test", Map.of(name, property.substring(name.length() + 1)))))
				.run()
				.close());
		assertThat(output).contains("APPLICATION FAILED TO START").contains("console.").doesNotContain("p4");
	}

}
