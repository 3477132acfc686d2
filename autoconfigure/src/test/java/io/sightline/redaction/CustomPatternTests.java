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

package io.sightline.redaction;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CustomPattern} and {@link CustomPatterns}.
 */
class CustomPatternTests {

	@Test
	void redactsMatches() {
		assertThat(policy("EMP-\\d+").text("by EMP-12 and EMP-7.")).isEqualTo("by ****** and ******.");
	}

	@Test
	void redactsTheGroupCalledSecret() {
		assertThat(policy("emp (?<secret>\\d+)|boss").text("emp 12 boss")).isEqualTo("emp ****** boss");
	}

	@Test
	void mergesMatchesOfSeveralPatterns() {
		RedactionPolicy policy = policy(Map.of("a", "abc", "b", "cde", "c", "x"));
		assertThat(policy.text("-abcde-x")).isEqualTo("-******-******");
		assertThat(policy.redactions().count()).isEqualTo(2);
	}

	@Test
	void ignoresEmptyMatchesAndItsOwnMarkers() {
		assertThat(policy("\\d*").text("a1b")).isEqualTo("a******b");
		assertThat(policy("\\*+|[0-9a-f]{4,}|drop|failed").text("****** [sha256:0123456789ab] [dropped]"))
			.isEqualTo("****** [sha256:0123456789ab] [dropped]");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2040, 2048, 4086, 4090, 4096, 6140, 8190, 12_000 })
	void seesSecretsAcrossWindows(int offset) {
		String text = ".".repeat(offset) + "EMP-" + "1".repeat(1500) + ".".repeat(5000);
		assertThat(policy("EMP-\\d+").text(text)).doesNotContain("1").hasSize(offset + 6 + 5000);
	}

	@Test
	void seesMatchesLongerThanAWindow() {
		String text = ".".repeat(3000) + "<" + "1".repeat(20_000) + ">" + ".".repeat(100);
		assertThat(policy("<1+>?").text(text)).isEqualTo(".".repeat(3000) + "******" + ".".repeat(100));
	}

	@ParameterizedTest
	@ValueSource(strings = { "(1+)+$", "(1|1)*x", "(.*)*x", "1*1*1*1*1*x", "(1|11)+x" })
	void failsClosedOnPatternsThatBacktrack(String expression) {
		RedactionPolicy policy = policy(expression);
		assertThat(policy.text("1".repeat(100_000) + "-")).isEqualTo(RedactionPolicy.FAILED);
		assertThat(policy.redactions().failures()).isEqualTo(1);
	}

	@Test
	void boundsReadsWhereTheClockStands() {
		MeteredText text = new MeteredText("1".repeat(4000) + "-", () -> 0);
		assertThatExceptionOfType(MeteredText.ReadLimitException.class)
			.isThrownBy(() -> new CustomPattern("a", "(1+)+$").find(text, new ArrayList<>()))
			.withStackTraceContaining("steps");
		assertThat(text.reads()).isEqualTo(MeteredText.MAX_READS + 1);
	}

	@Test
	void boundsTimeWhereReadsAreSlow() {
		AtomicLong clock = new AtomicLong();
		MeteredText text = new MeteredText("1".repeat(4000) + "-", () -> clock.getAndAdd(30_000_000));
		assertThatExceptionOfType(MeteredText.ReadLimitException.class)
			.isThrownBy(() -> new CustomPattern("a", "(1+)+$").find(text, new ArrayList<>()));
		assertThat(text.reads()).isEqualTo(MeteredText.FREE_READS + 1);
	}

	@Test
	void leavesRoomForUsualPatternsOnLargeTexts() {
		String text = "order EMP-123 of customer 4711, ".repeat(3200);
		RedactionPolicy policy = policy(Map.of("a", "EMP-\\d+", "b", "\\bDE\\d{20}\\b"));
		assertThat(policy.text(text)).doesNotContain("EMP").contains("4711");
	}

	@Test
	void recognisesASecretAcrossTheCut() {
		String text = "12345678 EMP-123 tail";
		for (int cut = 9; cut <= 16; cut++) {
			assertThat(policy("EMP-\\d+").text(text, cut)).isIn("12345678 ", "12345678 ******");
		}
		assertThat(policy("EMP-\\d+").text("password=abc " + text, 27)).isEqualTo("password=****** 12345678 ******");
	}

	@Test
	void explainsAnInvalidPattern() {
		assertThatExceptionOfType(InvalidRedactionPatternException.class).isThrownBy(() -> policy("(a"))
			.satisfies((ex) -> {
				assertThat(ex.property()).isEqualTo("sightline.redaction.patterns.p");
				assertThat(ex.value()).isEqualTo("(a");
				assertThat(ex.reason()).isEqualTo("Unclosed group");
			});
	}

	private static RedactionPolicy policy(String expression) {
		return policy(Map.of("p", expression));
	}

	private static RedactionPolicy policy(Map<String, String> patterns) {
		return RedactionPolicy.from(new RedactionRules(RedactionMode.MASK, Set.of(), Set.of(), patterns, false, null));
	}

}
