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

import java.util.Map;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link RedactionPolicy}: whatever stands around a secret, it does not
 * survive.
 */
class PlantedSecretTests {

	private static final String NEEDLE = "Zq7Xw9Kv3Lp5";

	private final RedactionPolicy policy = policy(RedactionMode.MASK, Map.of("own", "<<\\w+>>"));

	@Property(tries = 1000, seed = "2026")
	void neverSurvives(@ForAll("noise") String before, @ForAll("planted") String secret,
			@ForAll("noise") String after) {
		assertThat(this.policy.text(before + " " + secret + " " + after)).doesNotContain(NEEDLE);
	}

	@Property(tries = 500, seed = "2026")
	void neverSurvivesACut(@ForAll("noise") String before, @ForAll("planted") String secret,
			@ForAll @IntRange(max = 400) int cut) {
		String text = before + " " + secret + " x";
		String redacted = this.policy.text(text, Math.min(cut, text.length()));
		for (int i = 0; i + 4 <= NEEDLE.length(); i++) {
			assertThat(redacted).doesNotContain(NEEDLE.substring(i, i + 4));
		}
	}

	@Property(tries = 500, seed = "2026")
	void neverSurvivesAtAnyOffset(@ForAll("planted") String secret, @ForAll @IntRange(max = 9000) int offset) {
		String text = "lorem ipsum dolor ".repeat(500).substring(0, offset) + " " + secret + " x";
		assertThat(this.policy.text(text)).doesNotContain(NEEDLE);
		assertThat(this.policy.text(text, Math.min(offset + secret.length() / 2, text.length())))
			.doesNotContain(NEEDLE.substring(0, 4));
	}

	@Property(tries = 500, seed = "2026")
	void neverSurvivesNextToAWindowEdge(@ForAll @IntRange(min = -40, max = 40) int delta,
			@ForAll @IntRange(min = 1, max = 5) int window) {
		int offset = window * CustomPattern.OVERLAP + delta;
		String text = "-".repeat(offset) + "<<" + NEEDLE + ">>" + "-".repeat(3000);
		assertThat(this.policy.text(text)).isEqualTo("-".repeat(offset) + "******" + "-".repeat(3000));
	}

	@Property(tries = 1000, seed = "2026")
	void isIdempotent(@ForAll("words") String before, @ForAll("planted") String secret, @ForAll("words") String after,
			@ForAll RedactionMode mode) {
		RedactionPolicy policy = policy(mode, Map.of());
		String once = policy.text(before + " " + secret + " " + after);
		assertThat(policy.text(once)).isEqualTo(once);
	}

	@Property(tries = 1000, seed = "2026")
	void neverSurvivesRepetition(@ForAll("noise") String before, @ForAll("planted") String secret,
			@ForAll("noise") String after, @ForAll RedactionMode mode) {
		RedactionPolicy policy = policy(mode, Map.of("own", "<<\\w+>>"));
		String once = policy.text(before + " " + secret + " " + after);
		assertThat(policy.text(once)).doesNotContain(NEEDLE);
	}

	@Example
	void findsKeyAfterCookies() {
		assertThat(this.policy.text("cookie:aa; password: x1y2")).isEqualTo("cookie:******; password: ******");
	}

	@Example
	void leavesReplacementBeforePunctuation() {
		assertThat(this.policy.text("password= ******: x")).isEqualTo("password= ******: x");
	}

	@Property(tries = 1000, seed = "2026")
	void neverThrows(@ForAll String text, @ForAll("noise") String noise, @ForAll @IntRange(max = 100) int cut) {
		assertThat(this.policy.text(text + noise, cut)).isNotEqualTo(RedactionPolicy.FAILED);
		assertThat(this.policy.url(noise + text)).isNotEqualTo(RedactionPolicy.FAILED);
		assertThat(this.policy.isSecretKey(text + noise + "password")).isTrue();
	}

	@Property(tries = 500, seed = "2026")
	void leavesWordsAlone(@ForAll("words") String text) {
		assertThat(this.policy.text(text)).isSameAs(text);
	}

	@Provide
	Arbitrary<String> words() {
		return Arbitraries
			.of("order", "created", "42", "in", "ms", "user-service", "/orders/{id}", "http_request", "2026-11-01",
					"INFO", "Java", "e.g.", "a@b", "5 %", "(ok)", "[main]", "200,", "status=200", "took:", "{}", "'x'")
			.list()
			.ofMaxSize(30)
			.map((words) -> String.join(" ", words));
	}

	// Pieces that trigger the scanner, so that its parts meet in every order.
	@Provide
	Arbitrary<String> noise() {
		return Arbitraries
			.of("a", "order", " ", " ", ":", "=", "\"", "'", "\\", "/", "://", "@", "-", "_", ".", ",", ";", "&", "<",
					">", "{", "}", "[", "]", "(", ")", "\n", "\t", "4", "41111", "eyJ", "password", "token", "Bearer",
					"Basic", "cookie", "null", "******", "-----BEGIN ", "AKI", "sk_", "%5D", "é", "\uD83D", "?",
					"value")
			.list()
			.ofMaxSize(12)
			.map((pieces) -> String.join("", pieces));
	}

	@Provide
	Arbitrary<String> planted() {
		Arbitrary<String> keys = Arbitraries.of("password", "user.password", "X-Api-Key", "clientSecret",
				"access_token", "pwd", "authorization");
		Arbitrary<String> shapes = Arbitraries.of("%s=%s", "%s: %s", "%s = %s", "\"%s\":\"%s\"", "\"%s\": \"%s\"",
				"\\\"%s\\\":\\\"%s\\\"", "(%s=%s)", "{%s=%s, a=b}", "?%s=%s&a=b", "<%s>%s</x>", "'%s':'%s'",
				"%s: Bearer %s", "%s=[Basic %s]");
		Arbitrary<String> pairs = Combinators.combine(shapes, keys).as((shape, key) -> shape.formatted(key, NEEDLE));
		Arbitrary<String> tokens = Arbitraries.of("Bearer " + NEEDLE, "https://bob:" + NEEDLE + "@example.com/",
				"ghp_" + NEEDLE + NEEDLE, "sk_live_" + NEEDLE, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi" + NEEDLE + "." + NEEDLE,
				"-----BEGIN PRIVATE KEY-----\n" + NEEDLE + "\n-----END PRIVATE KEY-----", "<<" + NEEDLE + ">>");
		return Arbitraries.oneOf(pairs, tokens);
	}

	private static RedactionPolicy policy(RedactionMode mode, Map<String, String> patterns) {
		return RedactionPolicy.from(new RedactionRules(mode, Set.of(), Set.of(), patterns, true, "pepper"));
	}

}
