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

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.slf4j.helpers.MessageFormatter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessageFormat}.
 */
class MessageFormatTests {

	private static final String[] PARTS = { "{}", "\\", "{", "}", "a", "\\{}", "\\\\{}", " ", "\u00e4" };

	private static final Object[] ARGUMENTS = { 1, "text", "{}", 2.5, 'c', new int[] { 1, 2 },
			new Object[] { "x", new String[] { "y", "z" } }, new boolean[0], true, new Object[] { null } };

	@Test
	void equalsSlf4jOnBenignInput() {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			String pattern = pattern(random);
			Object[] arguments = arguments(random);
			assertThat(MessageFormat.format(pattern, arguments, Integer.MAX_VALUE)).as(pattern)
				.isEqualTo(MessageFormatter.basicArrayFormat(pattern, arguments));
		}
	}

	@Test
	void stopsAtLimit() {
		assertThat(MessageFormat.format("a {} b {}", new Object[] { "0123456789", "x".repeat(1 << 20) }, 8))
			.isEqualTo("a 012345");
	}

	@Test
	void endsWithArrayThatHoldsItself() {
		Object[] array = { "a", null };
		array[1] = array;
		assertThat(MessageFormat.format("{}", new Object[] { array }, 100)).isEqualTo("[a, [...]]");
	}

	private static String pattern(Random random) {
		StringBuilder pattern = new StringBuilder();
		random.ints(random.nextInt(8), 0, PARTS.length).forEach((i) -> pattern.append(PARTS[i]));
		return pattern.toString();
	}

	private static Object[] arguments(Random random) {
		return random.ints(random.nextInt(5), 0, ARGUMENTS.length).mapToObj((i) -> ARGUMENTS[i]).toArray();
	}

}
