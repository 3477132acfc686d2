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

package io.sightline.console.traces;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ElsewhereTests {

	private final CountDownLatch asked = new CountDownLatch(Elsewhere.MAX_ASKING);

	private final CountDownLatch end = new CountDownLatch(1);

	private final Elsewhere elsewhere = new Elsewhere(List.of(new Slow()));

	@Test
	void letsNotEverybodyWait() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(Elsewhere.MAX_ASKING);
		try {
			List<Future<Elsewhere.Found>> waiting = IntStream.range(0, Elsewhere.MAX_ASKING)
				.mapToObj((i) -> threads.submit(() -> this.elsewhere.trace("a")))
				.toList();
			assertThat(this.asked.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(this.elsewhere.trace("b").answers()).singleElement()
				.satisfies((answer) -> assertThat(answer.problem()).startsWith("was not asked"));
			this.end.countDown();
			for (Future<Elsewhere.Found> found : waiting) {
				assertThat(found.get(10, TimeUnit.SECONDS).answers().get(0).problem()).isNull();
			}
			assertThat(this.elsewhere.trace("b").answers().get(0).problem()).isNull();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private final class Slow implements TraceSource {

		@Override
		public String name() {
			return "slow";
		}

		@Override
		public List<SpanEntry> spans(String traceId) {
			ElsewhereTests.this.asked.countDown();
			try {
				ElsewhereTests.this.end.await(20, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of();
		}

		@Override
		public List<List<SpanEntry>> find(TraceQuestion question) {
			return List.of();
		}

	}

}
