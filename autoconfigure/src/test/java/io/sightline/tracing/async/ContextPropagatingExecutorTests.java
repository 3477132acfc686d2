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

package io.sightline.tracing.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.sightline.context.RequestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ContextPropagatingExecutor}.
 */
class ContextPropagatingExecutorTests {

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final List<@Nullable RequestContext> seen = new ArrayList<>();

	private final RequestContext request = new RequestContext("one", "GET", "/", false);

	@Test
	void runsTaskWithContextOfItsSubmitter() {
		submit();
		this.tasks.remove().run();
		assertThat(this.seen).containsExactly(this.request);
	}

	@Test
	void leavesNothingBehind() {
		submit();
		this.tasks.remove().run();
		assertThat(RequestContext.current()).isNull();
	}

	@Test
	void leavesNothingBehindWhenTaskThrows() {
		try (RequestContext.Scope scope = this.request.open()) {
			new ContextPropagatingExecutor(this.tasks::add).execute(() -> {
				throw new IllegalStateException("broken");
			});
		}
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.tasks.remove().run());
		assertThat(RequestContext.current()).isNull();
	}

	@Test
	void clearsContextOfWorkerForTaskSubmittedWithout() {
		new ContextPropagatingExecutor(this.tasks::add).execute(() -> this.seen.add(RequestContext.current()));
		try (RequestContext.Scope scope = this.request.open()) {
			this.tasks.remove().run();
			assertThat(RequestContext.current()).isSameAs(this.request);
		}
		assertThat(this.seen).containsExactly((RequestContext) null);
	}

	@Test
	void refusesWhatItsDelegateRefuses() {
		Executor full = (task) -> {
			throw new RejectedExecutionException("full");
		};
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> new ContextPropagatingExecutor(full).execute(() -> this.seen.add(null)))
			.withMessage("full");
	}

	private void submit() {
		try (RequestContext.Scope scope = this.request.open()) {
			new ContextPropagatingExecutor(this.tasks::add).execute(() -> this.seen.add(RequestContext.current()));
		}
	}

}
