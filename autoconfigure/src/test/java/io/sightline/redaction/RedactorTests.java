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

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Redactor} as {@link RedactionPolicy} calls it.
 */
class RedactorTests {

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@Test
	void replacesWhatTheRulesLeave() {
		RedactionPolicy own = this.policy
			.withRedactors(List.of((key, value) -> value.replace("Bob", "B."), (key, value) -> null));
		assertThat(own.text("Bob has password=x")).isEqualTo("B. has password=******");
		assertThat(this.policy.redactions().count()).isEqualTo(2);
	}

	@Test
	void seesTheKeyOfAField() {
		RedactionPolicy own = this.policy.withRedactors(List.of((key, value) -> key.equals("name") ? "?" : null));
		assertThat(own.value("name", "Bob")).isEqualTo("?");
		assertThat(own.value("other", "Bob")).isEqualTo("Bob");
		assertThat(own.text("Bob")).isEqualTo("Bob");
	}

	@Test
	void neverSeesASecret() {
		RedactionPolicy own = this.policy.withRedactors(List.of((key, value) -> "saw " + value));
		assertThat(own.value("password", "hunter2")).isEqualTo("******");
		assertThat(own.text("password=hunter2")).isEqualTo("saw password=******");
	}

	@Test
	void failsClosedWhenItThrows() {
		RedactionPolicy own = this.policy.withRedactors(List.of((key, value) -> {
			throw new NoClassDefFoundError("gone");
		}));
		assertThat(own.text("anything")).isEqualTo(RedactionPolicy.FAILED);
		assertThat(own.value("key", "anything")).isEqualTo(RedactionPolicy.FAILED);
		assertThat(own.url("/anything")).isEqualTo(RedactionPolicy.FAILED);
		assertThat(own.redactions().failures()).isEqualTo(3);
	}

	@Test
	void returnsTheSameInstanceWhenItHasNothingToSay() {
		String text = "fine";
		assertThat(this.policy.withRedactors(List.of((key, value) -> null)).text(text)).isSameAs(text);
	}

}
