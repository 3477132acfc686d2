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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what an application says whose configuration of logging is wrong: it does not
 * start, and names the key, the value and what is allowed.
 */
class BadConfigurationIntegrationTests {

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "sightline.logging.format; xml; GCP",
			"sightline.logging.async.queue-size; -1; 64 to 1048576", "sightline.logging.async.max-wait; 5m; 0ms to 1s",
			"sightline.logging.max-line-size; 1024B; 4096B", "sightline.logging.fields.exclude; nothing; trace_id",
			"sightline.redaction.patterns.staff; EMP-(; Unclosed group", "sightline.redaction.mode; encrypt; MASK" })
	void failsWithKeyValueAndWhatIsAllowed(String key, String value, String allowed)
			throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-cp",
				System.getProperty("java.class.path"), LoudApplication.class.getName(),
				"--sightline.logging.format=json", "--" + key + "=" + value)
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isNotZero();
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
		assertThat(List.of(key, value, allowed)).allSatisfy((text) -> assertThat(output).containsIgnoringCase(text));
	}

}
