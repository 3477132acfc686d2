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

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedactionPolicy#value(String, Object)} and the modes.
 */
class RedactionPolicyValueTests {

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@Test
	void redactsByKey() {
		assertThat(this.policy.value("user.password", "hunter2")).isEqualTo("******");
		assertThat(this.policy.value("pin", 1234)).isEqualTo("******");
		assertThat(this.policy.value("secret", new char[] { 'x' })).isEqualTo("******");
		assertThat(this.policy.value("credentials", Map.of("user", "bob"))).isEqualTo("******");
	}

	@Test
	void redactsStringsByContent() {
		assertThat(this.policy.value("note", "token=abc")).isEqualTo("token=******");
		assertThat(this.policy.value("note", new StringBuilder("token=abc"))).isEqualTo("token=******");
	}

	@Test
	void keepsWhatIsNoSecret() {
		List<Object> values = List.of("fine", 12, 1751234567890123L, 4.2, true, Instant.EPOCH, Map.of("a", 1),
				List.of("b"), new String[] { "c" });
		assertThat(values).allSatisfy((value) -> assertThat(this.policy.value("note", value)).isSameAs(value));
		assertThat(this.policy.value("note", null)).isNull();
	}

	@Test
	void keepsWhatSaysNothingUnderASecretKey() {
		assertThat(this.policy.value("password", null)).isNull();
		assertThat(this.policy.value("hasPassword", true)).isEqualTo(true);
		assertThat(this.policy.value("password", "")).isEqualTo("");
		assertThat(this.policy.redactions().count()).isZero();
	}

	@Test
	void redactsCardsThatAreNumbers() {
		assertThat(this.policy.value("number", 4111111111111111L)).isEqualTo("******");
		assertThat(this.policy.value("number", new BigInteger("4111111111111111"))).isEqualTo("******");
	}

	@Test
	void redactsInsideContainers() {
		Map<String, Object> value = Map.<String, Object>of("a",
				List.<Object>of(Map.<String, Object>of("password", "x", "n", 1), "token=y"));
		assertThat(this.policy.value("body", value)).isEqualTo(Map.<String, Object>of("a",
				List.<Object>of(Map.<String, Object>of("password", "******", "n", 1), "token=******")));
		assertThat(this.policy.value("args", new Object[] { "pin=1", 2 })).isEqualTo(List.<Object>of("pin=******", 2));
	}

	@Test
	void keepsNullsInsideContainers() {
		Map<String, @Nullable Object> value = new LinkedHashMap<>();
		value.put("password", "x");
		value.put("n", Arrays.asList(null, "token=y"));
		value.put("z", null);
		Map<String, @Nullable Object> expected = new LinkedHashMap<>();
		expected.put("password", "******");
		expected.put("n", Arrays.asList(null, "token=******"));
		expected.put("z", null);
		assertThat(this.policy.value("body", value)).isEqualTo(expected);
	}

	@Test
	void failsClosedOnCyclesAndHugeContainers() {
		List<Object> cycle = new ArrayList<>();
		cycle.add(cycle);
		cycle.add(cycle);
		assertThat(this.policy.value("cycle", cycle)).isEqualTo(RedactionPolicy.FAILED);
		assertThat(this.policy.value("huge", new Object[Values.MAX_ELEMENTS])).isEqualTo(RedactionPolicy.FAILED);
		assertThat(this.policy.redactions().failures()).isEqualTo(2);
	}

	@Test
	void failsClosedOnValuesThatThrow() {
		Object hostile = new Object() {

			@Override
			public String toString() {
				throw new StackOverflowError();
			}

		};
		assertThat(this.policy.value("password", hostile)).isEqualTo(RedactionPolicy.FAILED);
		assertThat(this.policy.value("note", hostile)).isSameAs(hostile);
	}

	@Test
	void dropsFieldsAndMarksText() {
		RedactionPolicy drop = RedactionPolicy.from(RedactionRules.of(RedactionMode.DROP));
		assertThat(drop.value("password", "x")).isNull();
		assertThat(drop.value("body", Map.<String, Object>of("password", "x", "n", 1)))
			.isEqualTo(Map.<String, Object>of("n", 1));
		assertThat(drop.text("password=x user=bob")).isEqualTo("password=[dropped] user=bob");
		assertThat(drop.redactions().count()).isEqualTo(3);
	}

	@Test
	void hashesEqualSecretsEqually() {
		RedactionPolicy hash = hashing("pepper");
		Object hashed = hash.value("password", "hunter2");
		assertThat((String) hashed).matches("\\[sha256:[0-9a-f]{12}]");
		assertThat(hashing("pepper").text("password=hunter2")).isEqualTo("password=" + hashed);
		assertThat(hashing("salt").value("password", "hunter2")).isNotEqualTo(hashed);
		assertThat(hash.value("password", "hunter3")).isNotEqualTo(hashed);
	}

	@Test
	void hashesAlikeWithinTheProcessWithoutSalt() {
		assertThat(hashing(null).value("token", "x")).isEqualTo(hashing("").value("token", "x"))
			.isNotEqualTo(hashing("pepper").value("token", "x"));
	}

	@Test
	void hidesTheSalt() {
		assertThat(new RedactionRules(RedactionMode.HASH, Set.of(), Set.of(), Map.of(), false, "pepper")).asString()
			.doesNotContain("pepper");
	}

	@Test
	void doesNothingWhenDisabled() {
		RedactionPolicy disabled = RedactionPolicy.disabled();
		assertThat(disabled.isSecretKey("password")).isFalse();
		assertThat(disabled.value("password", "x")).isEqualTo("x");
		assertThat(disabled.text("password=x")).isEqualTo("password=x");
		assertThat(disabled.text("password=x", 8)).isEqualTo("password");
		assertThat(disabled.url("http://a:b@c")).isEqualTo("http://a:b@c");
	}

	private static RedactionPolicy hashing(@Nullable String salt) {
		return RedactionPolicy.from(new RedactionRules(RedactionMode.HASH, Set.of(), Set.of(), Map.of(), false, salt));
	}

}
