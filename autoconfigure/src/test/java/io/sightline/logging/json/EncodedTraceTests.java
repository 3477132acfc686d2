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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.sightline.logging.LogFormat;
import io.sightline.redaction.RedactionMode;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EncodedTrace}: what is made line by line is what is made of the whole.
 */
class EncodedTraceTests {

	private static final String SECRET = "Pl4nt3d9f8e7d";

	private final ByLine byLine = new ByLine(RedactionPolicy.from(RedactionRules.defaults()));

	private final JsonLine line = line(this.byLine);

	private final JsonLine wholeLine = line(new Whole(RedactionPolicy.from(RedactionRules.defaults())));

	@ParameterizedTest
	@MethodSource
	void tellsWhatIsToldOfTheWhole(Throwable error) {
		assertThat(trace(this.line, error)).isEqualTo(trace(this.wholeLine, error))
			.doesNotContain("=" + SECRET, ": " + SECRET);
		assertThat(trace(this.line, error)).isEqualTo(trace(this.wholeLine, error));
	}

	static Stream<Throwable> tellsWhatIsToldOfTheWhole() {
		IllegalStateException suppressing = new IllegalStateException("closed", new IOException("reset"));
		suppressing.addSuppressed(new IllegalArgumentException("api_key: " + SECRET));
		IOException cyclic = new IOException("one");
		cyclic.initCause(new UncheckedIOException("two", cyclic));
		return Stream.of(new IllegalStateException(), new IllegalStateException("no\nsecret \"here\" \uD83D \u2028"),
				new IllegalStateException("password=" + SECRET, new IOException("token: " + SECRET)), suppressing,
				cyclic, new InvalidPassword(SECRET),
				new IllegalStateException("password=" + SECRET + "\n\tat a.B.c(B.java:1)"),
				framed(5, "com.example.Orders"), framed(70, "com.example.password"), framed(200, "a".repeat(300)),
				framed(3, "com.example.\u00e9\"\\"), new IllegalStateException("x".repeat(40_000)));
	}

	@Test
	void keepsWhatWasDecidedAboutFrames() {
		trace(this.line, framed(30, "com.example.Orders"));
		this.byLine.asked.clear();
		trace(this.line, framed(30, "com.example.Orders"));
		assertThat(this.byLine.asked).contains("java.lang.IllegalStateException: framed")
			.noneMatch((text) -> text.startsWith("\tat "));
	}

	@Test
	void asksAgainWhenThePolicyIsAnother() {
		RuntimeException error = framed(3, "com.example.Orders");
		String before = trace(this.line, error);
		this.byLine.policy = RedactionPolicy
			.from(new RedactionRules(RedactionMode.MASK, Set.of("java"), Set.of(), Map.of(), true, null));
		assertThat(before).contains("(Orders.java:1)");
		assertThat(trace(this.line, error)).contains("(Orders.java:******)").doesNotContain("(Orders.java:1)");
	}

	@Test
	void forgetsDecisionsThatFailed() {
		this.byLine.failing = true;
		RuntimeException error = framed(3, "com.example.Orders");
		assertThat(trace(this.line, error)).contains(Line.FAILED).doesNotContain("com.example");
		this.byLine.failing = false;
		assertThat(trace(this.line, error)).contains("com.example.Orders");
	}

	private static String trace(JsonLine line, Throwable error) {
		return new String(line.encode(Lines.event("failed", error)), StandardCharsets.UTF_8).replaceFirst("^.*?logger",
				"");
	}

	private static JsonLine line(TextPolicy policy) {
		return JsonLine.create(Lines.IDENTITY, LineOptions.of(LogFormat.JSON), policy);
	}

	private static RuntimeException framed(int frames, String type) {
		RuntimeException error = new IllegalStateException("framed");
		error.setStackTrace(IntStream.rangeClosed(1, frames)
			.mapToObj((i) -> new StackTraceElement(type, "m" + i, "Orders.java", i))
			.toArray(StackTraceElement[]::new));
		return error;
	}

	/**
	 * Its name is the key of a secret.
	 */
	private static final class InvalidPassword extends RuntimeException {

		private static final long serialVersionUID = 1L;

		InvalidPassword(String message) {
			super(message);
		}

	}

	/**
	 * Sees texts whole.
	 */
	private static class Whole implements TextPolicy {

		final List<String> asked = new ArrayList<>();

		RedactionPolicy policy;

		boolean failing;

		Whole(RedactionPolicy policy) {
			this.policy = policy;
		}

		@Override
		public String text(String text) {
			if (this.failing) {
				throw new IllegalStateException("no policy");
			}
			this.asked.add(text);
			return this.policy.text(text);
		}

		@Override
		public @Nullable Object value(String key, Object value) {
			return this.policy.value(key, value);
		}

	}

	/**
	 * Sees line by line.
	 */
	private static final class ByLine extends Whole {

		ByLine(RedactionPolicy policy) {
			super(policy);
		}

		@Override
		public Object lineByLine() {
			return this.policy;
		}

	}

}
