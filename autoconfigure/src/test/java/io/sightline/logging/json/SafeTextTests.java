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

package io.sightline.logging.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SafeText}.
 */
class SafeTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "\u00fcml\u00e4ut", "\uD83D\uDE00", "a\uD83D\uDE00b", "\r\n\u0000\u001b" })
	void returnsCleanTextAsItIs(String text) {
		assertThat(SafeText.of(text)).isSameAs(text);
	}

	@Test
	void replacesLoneSurrogates() {
		assertThat(SafeText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
		assertThat(SafeText.of("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
		assertThat(SafeText.of("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00");
		assertThat(SafeText.of("\uD83D\uDE00\uDE00")).isEqualTo("\uD83D\uDE00\uFFFD");
	}

	@Test
	void makesAnyTextFitForUtf8() {
		Random random = new Random(42);
		for (int i = 0; i < 10_000; i++) {
			char[] chars = new char[8];
			for (int c = 0; c < chars.length; c++) {
				chars[c] = (char) (0xD7F0 + random.nextInt(0x820));
			}
			String safe = SafeText.of(new String(chars));
			assertThat(new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(safe)
				.hasSize(chars.length);
		}
	}

	@ParameterizedTest
	@CsvSource({ "abc,0,''", "abc,2,ab", "abc,3,abc", "abc,4,abc" })
	void cutsToLength(String text, int length, String expected) {
		assertThat(SafeText.cut(text, length)).isEqualTo(expected);
	}

	@Test
	void doesNotCutPairInTwo() {
		assertThat(SafeText.cut("a\uD83D\uDE00b", 2)).isEqualTo("a");
		assertThat(SafeText.cut("a\uD83D\uDE00b", 3)).isEqualTo("a\uD83D\uDE00");
	}

}
