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

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SafeValues}.
 */
class SafeValuesTests {

	@Test
	void keepsPlainValues() {
		assertThat(SafeValues.copy(null)).isNull();
		assertThat(SafeValues.copy(true)).isEqualTo(true);
		assertThat(SafeValues.copy("text")).isEqualTo("text");
		assertThat(SafeValues.copy(42L)).isEqualTo(42L);
		assertThat(SafeValues.copy(new BigDecimal("1.10"))).isEqualTo(new BigDecimal("1.10"));
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void writesNumbersThatJsonLacksAsText(double value) {
		assertThat(SafeValues.copy(value)).isEqualTo(Double.toString(value));
		assertThat(SafeValues.copy((float) value)).isEqualTo(Float.toString((float) value));
	}

	@Test
	void writesForeignNumbersAsText() {
		assertThat(SafeValues.copy(new AtomicInteger(7))).isEqualTo("7");
		assertThat(SafeValues.copy(new HostileNumber())).asString().contains("cannot be written");
	}

	@Test
	void writesOtherObjectsInTheirOwnWords() {
		assertThat(SafeValues.copy(Optional.of(1))).isEqualTo("Optional[1]");
		assertThat(SafeValues.copy(Path.of("a", "b"))).isEqualTo(Path.of("a", "b").toString());
		assertThat(SafeValues.copy('c')).isEqualTo("c");
	}

	@Test
	void copiesListsArraysAndMaps() {
		assertThat(SafeValues.copy(new int[] { 1, 2 })).isEqualTo(List.of(1, 2));
		assertThat(SafeValues.copy(new String[] { "a", null })).isEqualTo(Arrays.asList("a", null));
		assertThat(SafeValues.copy(Map.of(1, List.of("a")))).isEqualTo(Map.of("1", List.of("a")));
		assertThat(SafeValues.copy(Collections.singletonMap(null, null)))
			.isEqualTo(Collections.singletonMap("null", null));
	}

	@Test
	void survivesThrowingToString() {
		assertThat(SafeValues.copy(new Object() {
			@Override
			public String toString() {
				throw new IllegalStateException("secret");
			}
		})).asString().contains("cannot be written", "IllegalStateException").doesNotContain("secret");
	}

	@Test
	void survivesEndlessToString() {
		List<Object> itself = new ArrayList<>();
		Object endless = new Object() {
			@Override
			public String toString() {
				return "again " + itself.get(0);
			}
		};
		itself.add(endless);
		assertThat(SafeValues.copy(endless)).asString().contains("StackOverflowError");
	}

	@Test
	void survivesToStringThatIsNull() {
		assertThat(SafeValues.copy(new Object() {
			@Override
			@SuppressWarnings("NullAway")
			public String toString() {
				return null;
			}
		})).isEqualTo("null");
	}

	@Test
	void endsInCyclicMap() {
		Map<String, Object> cyclic = new HashMap<>();
		cyclic.put("self", cyclic);
		assertThat(SafeValues.copy(cyclic)).asString().isEqualTo("{self=".repeat(6) + "..." + "}".repeat(6));
	}

	@Test
	void endsInDeepNesting() {
		Object nested = "core";
		for (int i = 0; i < 10_000; i++) {
			nested = List.of(nested);
		}
		assertThat(SafeValues.copy(nested)).asString().isEqualTo("[".repeat(6) + "..." + "]".repeat(6));
	}

	@Test
	void survivesThrowingIterator() {
		List<Object> broken = new AbstractList<>() {
			@Override
			public Object get(int index) {
				throw new ConcurrentModificationException();
			}

			@Override
			public int size() {
				return 3;
			}
		};
		assertThat(SafeValues.copy(List.of("before", broken))).asInstanceOf(InstanceOfAssertFactories.LIST)
			.first()
			.isEqualTo("before");
		assertThat(SafeValues.copy(broken)).asString().contains("ConcurrentModificationException");
	}

	@Test
	void endsInEndlessIterable() {
		Iterable<Object> endless = () -> IntStream.iterate(0, (i) -> i + 1).<Object>mapToObj((i) -> i).iterator();
		assertThat(SafeValues.copy(endless)).asInstanceOf(InstanceOfAssertFactories.LIST)
			.hasSize(101)
			.endsWith(SafeValues.CUT);
	}

	@Test
	void cutsLongText() {
		assertThat(SafeValues.copy("x".repeat(1_000_000))).asString().hasSizeLessThanOrEqualTo(8 * 1024);
		assertThat(SafeValues.copy(new StringBuilder("x".repeat(1_000_000)))).asString()
			.hasSizeLessThanOrEqualTo(8 * 1024);
	}

	@Test
	void cutsLongCollections() {
		assertThat(SafeValues.copy(new long[1_000_000])).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(101);
		Map<Integer, Integer> map = new HashMap<>();
		IntStream.range(0, 1_000).forEach((i) -> map.put(i, i));
		assertThat(SafeValues.copy(map)).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
			.hasSize(101)
			.containsEntry(SafeValues.CUT, SafeValues.CUT);
	}

	@Test
	void boundsWideAndDeepValues() {
		Object wide = "leaf";
		for (int depth = 0; depth < 6; depth++) {
			wide = Collections.nCopies(50, wide);
		}
		assertThat(leaves(SafeValues.copy(wide))).isBetween(900, 1_100);
	}

	@Test
	void boundsTextOfManyValues() {
		assertThat(SafeValues.copy(Collections.nCopies(100, "x".repeat(8_000)))).asString().hasSizeLessThan(70_000);
	}

	@Test
	void endsInGraphOfManyCycles() {
		List<Object> graph = new ArrayList<>();
		IntStream.range(0, 100).forEach((i) -> graph.add(graph));
		assertThat(leaves(SafeValues.copy(graph))).isBetween(900, 1_100);
	}

	private static int leaves(@Nullable Object value) {
		return (value instanceof List<?> list) ? list.stream().mapToInt(SafeValuesTests::leaves).sum() : 1;
	}

	private static final class HostileNumber extends Number {

		@Override
		public int intValue() {
			throw new UnsupportedOperationException();
		}

		@Override
		public long longValue() {
			throw new UnsupportedOperationException();
		}

		@Override
		public float floatValue() {
			throw new UnsupportedOperationException();
		}

		@Override
		public double doubleValue() {
			throw new UnsupportedOperationException();
		}

		@Override
		public String toString() {
			throw new UnsupportedOperationException();
		}

	}

}
