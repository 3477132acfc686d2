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

package io.sightline.request;

import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestIds}.
 */
class RequestIdsTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "Z", "0", "checkout-42", "a.b_c:d-e", "7f5e2b1c-0000-4000-8000-1234567890ab" })
	void keepsHarmlessId(String id) {
		assertThat(RequestIds.accept(id)).isEqualTo(id);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "a b", "a\nb", "a\r\nSet-Cookie: x=y", "\u0000", "\u001b[31m", "\u00fcber", "a/b",
			"a@b", "a[b", "a`b", "a{b", "\"", "<script>", "\uff11" })
	@org.jspecify.annotations.NullUnmarked
	void replacesAnythingElse(String id) {
		assertThat(RequestIds.accept(id)).isNotEqualTo(id).satisfies(UUID::fromString);
	}

	@Test
	void keepsLongestAllowedId() {
		assertThat(RequestIds.accept("a".repeat(128))).hasSize(128);
	}

	@Test
	void replacesLongerId() {
		assertThat(RequestIds.accept("a".repeat(129))).satisfies(UUID::fromString);
	}

	@Test
	void makesUpDifferentIds() {
		assertThat(RequestIds.accept(null)).isNotEqualTo(RequestIds.accept(null));
	}

	@RepeatedTest(20)
	void makesUpRandomUuid() {
		UUID id = UUID.fromString(RequestIds.accept(null));
		assertThat(id.version()).isEqualTo(4);
		assertThat(id.variant()).isEqualTo(2);
	}

}
