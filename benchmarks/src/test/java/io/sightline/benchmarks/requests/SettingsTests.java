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

package io.sightline.benchmarks.requests;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SettingsTests {

	@Test
	void comparesAllWithoutArguments() {
		Settings settings = Settings.of();
		assertThat(settings.variants()).containsExactly(Variant.values());
		assertThat(settings.rounds()).isEqualTo(16);
		assertThat(settings.warmUp()).isEqualTo(90_000);
		assertThat(settings.window()).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void takesWhatIsAskedFor() {
		Settings settings = Settings.of("--rounds", "4", "sightline", "--warm-up", "5", "--window", "2", "--jars", "x",
				"plain");
		assertThat(settings).isEqualTo(new Settings(4, 5000, Duration.ofSeconds(2), Path.of("x"), settings.variants()));
		assertThat(settings.variants()).containsExactly(Variant.PLAIN, Variant.SIGHTLINE);
	}

	@Test
	void alwaysComparesWithThePlainOne() {
		assertThat(Settings.of("otel").variants()).containsExactly(Variant.PLAIN, Variant.OTEL);
	}

	@ParameterizedTest
	@CsvSource({ "--rounds 0, --rounds takes a number from 1", "--warm-up few, --warm-up takes a number from 0",
			"--rounds, --rounds needs a value", "--fast, no option --fast; usage:",
			"agent, 'no variant ''agent''; there are plain, boot, otel, sightline'" })
	void saysWhatItDoesNotUnderstand(String arguments, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(arguments.split(" ")))
			.withMessageContaining(message);
	}

	@Test
	void tellsEachServiceItsOwnReceiver() {
		assertThat(Variant.BOOT.arguments("http://sink/boot"))
			.contains("--management.opentelemetry.tracing.export.otlp.endpoint=http://sink/boot/v1/traces");
		assertThat(Variant.PLAIN.arguments("http://sink/plain")).isEmpty();
	}

}
