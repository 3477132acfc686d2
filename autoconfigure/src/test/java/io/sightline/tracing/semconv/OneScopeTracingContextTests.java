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

package io.sightline.tracing.semconv;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.CurrentTraceContext.Scope;
import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OneScopeTracingContext}.
 */
@Timeout(30)
class OneScopeTracingContextTests {

	private final OneScopeTracingContext context = new OneScopeTracingContext();

	private final Scope outer = () -> {
	};

	private final Scope inner = () -> {
	};

	private final ExecutorService other = Executors.newSingleThreadExecutor();

	@AfterEach
	void end() {
		this.other.shutdownNow();
	}

	@Test
	void remembersScopeOfThread() {
		assertThat(this.context.getScope()).isNull();
		this.context.setSpanAndScope(Span.NOOP, this.outer);
		assertThat(this.context.getSpan()).isSameAs(Span.NOOP);
		assertThat(this.context.getScope()).isSameAs(this.outer);
		this.context.setScope(this.inner);
		assertThat(this.context.getScope()).isSameAs(this.inner);
		this.context.setScope(this.outer);
		this.context.setScope(null);
		assertThat(this.context.getScope()).isNull();
	}

	@Test
	void hasScopeOfItsOwnForEachThread() {
		this.context.setScope(this.outer);
		assertThat(there(this.inner)).isSameAs(this.inner);
		assertThat(this.context.getScope()).isSameAs(this.outer);
		this.context.setScope(null);
		// The second thread has an entry already, and gets no other.
		assertThat(there(this.outer)).isSameAs(this.outer);
		assertThat(this.context.getScope()).isNull();
		assertThat(there(null)).isNull();
		this.context.setScope(this.inner);
		assertThat(this.context.getScope()).isSameAs(this.inner);
		assertThat(there(null)).isNull();
	}

	@Test
	void losesNoneOfThreadsThatComeAtOnce() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 500; round++) {
				OneScopeTracingContext shared = new OneScopeTracingContext();
				CountDownLatch start = new CountDownLatch(1);
				CompletableFuture<?>[] done = new CompletableFuture<?>[8];
				for (int i = 0; i < done.length; i++) {
					done[i] = CompletableFuture.runAsync(() -> open(shared, start), threads);
				}
				start.countDown();
				CompletableFuture.allOf(done).get(20, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void open(OneScopeTracingContext shared, CountDownLatch start) {
		try {
			start.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		for (int i = 0; i < 20; i++) {
			Scope own = Thread.currentThread()::interrupt;
			shared.setScope(own);
			assertThat(shared.getScope()).isSameAs(own);
			shared.setScope(null);
			assertThat(shared.getScope()).isNull();
		}
	}

	private @Nullable Scope there(@Nullable Scope scope) {
		return CompletableFuture.supplyAsync(() -> {
			this.context.setScope(scope);
			return this.context.getScope();
		}, this.other).join();
	}

}
