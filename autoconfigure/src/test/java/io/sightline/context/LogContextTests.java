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

package io.sightline.context;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogContext}.
 */
class LogContextTests {

	@AfterEach
	void leavesNothingBehind() {
		assertThat(LogContext.current()).isEmpty();
	}

	@Test
	void holdsValuesUntilTheScopeEnds() {
		try (LogContext.Scope order = LogContext.put("order.id", 42)) {
			try (LogContext.Scope step = LogContext.put("step", "pay")) {
				assertThat(LogContext.current()).containsExactly(Map.entry("order.id", 42), Map.entry("step", "pay"));
			}
			assertThat(LogContext.current()).containsOnlyKeys("order.id");
		}
	}

	@Test
	void restoresAHiddenValue() {
		try (LogContext.Scope outer = LogContext.put("id", 1)) {
			LogContext.put("id", 2).close();
			assertThat(LogContext.current()).containsEntry("id", 1);
		}
	}

	@Test
	void detachesValuesFromTheirObjects() {
		StringBuilder value = new StringBuilder("before");
		try (LogContext.Scope scope = LogContext.put("value", value)) {
			value.append(" after");
			assertThat(LogContext.current()).containsEntry("value", "before");
		}
	}

	@Test
	void survivesAValueThatCannotDescribeItself() {
		Object hostile = new Object() {
			@Override
			public String toString() {
				throw new IllegalStateException();
			}
		};
		try (LogContext.Scope scope = LogContext.put("value", hostile)) {
			assertThat(LogContext.current().get("value")).asString().contains("IllegalStateException");
		}
	}

	@Test
	void isBounded() {
		List<LogContext.Scope> scopes = IntStream.range(0, 60)
			.mapToObj((i) -> LogContext.put("key" + i, "x".repeat(10_000)))
			.toList();
		assertThat(LogContext.current()).hasSize(LogContext.MAX_ENTRIES);
		assertThat(LogContext.current().get("key0")).asString().hasSize(2048);
		IntStream.range(0, 60).forEach((i) -> scopes.get(59 - i).close());
	}

	@Test
	void reachesAnotherThreadAndNothingAfterIt() throws Exception {
		var thread = Executors.newSingleThreadExecutor();
		try (LogContext.Scope scope = LogContext.put("order.id", 42)) {
			Callable<Map<String, Object>> task = ContextSnapshotFactory.builder()
				.build()
				.captureAll()
				.wrap(LogContext::current);
			assertThat(thread.submit(task).get()).containsEntry("order.id", 42);
			assertThat(thread.submit(LogContext::current).get()).isEmpty();
		}
		finally {
			thread.shutdown();
		}
	}

	@Test
	void reachesReactiveOperatorsOnOtherThreads() {
		Hooks.enableAutomaticContextPropagation();
		AtomicReference<Map<String, Object>> seen = new AtomicReference<>(Map.of());
		Mono.just(1)
			.publishOn(Schedulers.boundedElastic())
			.doOnNext((value) -> seen.set(LogContext.current()))
			.contextWrite(ReactiveLogContext.put("order.id", 42))
			.block();
		assertThat(seen.get()).containsEntry("order.id", 42);
	}

}
