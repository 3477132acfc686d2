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

package io.sightline.samples.demo;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTests {

	@Test
	void staysUpOnTheDefaultPortsWithTheSameJavaUnlessToldOtherwise() throws UsageException {
		Options options = Options.parse(List.of());
		assertThat(options.once()).isFalse();
		assertThat(options.help()).isFalse();
		assertThat(options.portOffset()).isZero();
		assertThat(options.java()).startsWith(Path.of(System.getProperty("java.home"))).isExecutable();
	}

	@Test
	void readsEveryFlag() throws UsageException {
		Options options = Options.parse(List.of("--once", "--port-offset", "100", "--help"));
		assertThat(options.once()).isTrue();
		assertThat(options.portOffset()).isEqualTo(100);
		assertThat(options.help()).isTrue();
	}

	@Test
	void readsValuesAfterAnEqualsSign() throws UsageException {
		assertThat(Options.parse(List.of("--port-offset=7")).portOffset()).isEqualTo(7);
	}

	@Test
	void takesTheHomeOfAJavaAsWellAsTheExecutable() throws UsageException {
		String home = System.getProperty("java.home");
		assertThat(Options.parse(List.of("--java", home)).java())
			.isEqualTo(Options.parse(List.of("--java", home + "/bin/java")).java());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "57456", "many", "" })
	void namesTheAllowedRangeWhenTheOffsetIsWrong(String offset) {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> Options.parse(List.of("--port-offset", offset)))
			.withMessageContaining("0 to 57445")
			.withMessageContaining("'" + offset + "'");
	}

	@Test
	void refusesAFlagItDoesNotKnow() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> Options.parse(List.of("--twice")))
			.withMessage("unknown option: --twice");
	}

	@Test
	void refusesAFlagWithoutItsValue() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> Options.parse(List.of("--java")))
			.withMessage("--java needs a value");
	}

	@Test
	void refusesAJavaThatIsNone() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> Options.parse(List.of("--java", "/no/such/java")))
			.withMessageContaining("'/no/such/java'");
	}

}
