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

package io.sightline.tracing.async.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.sightline.context.RequestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextPropagatingExecutorPostProcessor} and {@link TaskDecorators},
 * with every kind of executor.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExecutorContextTests {

	private final RequestContext request = new RequestContext("one", "GET", "/", false);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
				TaskSchedulingAutoConfiguration.class, AsyncContextAutoConfiguration.class))
		.withUserConfiguration(Executing.class);

	@ParameterizedTest
	@ValueSource(strings = { "pool", "decoratedPool", "scheduler", "threads", "schedulerThreads", "concurrent",
			"adapter", "service", "plainService", "scheduled", "plain", "taskExecutor" })
	void carriesContext(String name) {
		this.runner.run((context) -> {
			Executor executor = context.getBean(name, Executor.class);
			assertThat(seenBy(executor)).isSameAs(this.request);
			assertThat(CompletableFuture.supplyAsync(RequestContext::current, executor).get(5, TimeUnit.SECONDS))
				.isNull();
		});
	}

	@Test
	void carriesContextIntoContinuations() {
		this.runner.run((context) -> {
			Executor executor = context.getBean("service", Executor.class);
			CompletableFuture<@Nullable RequestContext> future;
			try (RequestContext.Scope scope = this.request.open()) {
				future = CompletableFuture.supplyAsync(() -> 1, executor)
					.thenApplyAsync((one) -> RequestContext.current(), executor);
			}
			assertThat(future.get(5, TimeUnit.SECONDS)).isSameAs(this.request);
		});
	}

	@Test
	void carriesContextIntoScheduledTasks() {
		this.runner.run((context) -> {
			ScheduledExecutorService scheduled = context.getBean(ScheduledExecutorService.class);
			try (RequestContext.Scope scope = this.request.open()) {
				assertThat(
						scheduled.schedule(RequestContext::current, 1, TimeUnit.MILLISECONDS).get(5, TimeUnit.SECONDS))
					.isSameAs(this.request);
			}
		});
	}

	@Test
	void keepsDecoratorOfTheApplication() {
		this.runner.run((context) -> {
			seenBy(context.getBean("decoratedPool", Executor.class));
			assertThat(context.getBean(Executing.class).decorations).hasPositiveValue();
		});
	}

	@Test
	void leavesConcreteExecutorAloneAndSaysSo(CapturedOutput output) {
		this.runner.run((context) -> {
			assertThat(seenBy(context.getBean(ThreadPoolExecutor.class))).isNull();
			assertThat(output).containsOnlyOnce("Tasks of executor 'concrete' run without the context");
		});
	}

	@Test
	void wrapperIsShutDownWithItsContext() {
		ExecutorService[] service = new ExecutorService[1];
		this.runner.run((context) -> service[0] = context.getBean("service", ExecutorService.class));
		assertThat(service[0].isShutdown()).isTrue();
	}

	@Test
	void leavesExecutorsAloneWhenDisabled() {
		this.runner.withPropertyValues("sightline.tracing.async.enabled=false")
			.run((context) -> assertThat(seenBy(context.getBean("service", Executor.class))).isNull());
	}

	private @Nullable RequestContext seenBy(Executor executor) throws Exception {
		CompletableFuture<@Nullable RequestContext> seen = new CompletableFuture<>();
		try (RequestContext.Scope scope = this.request.open()) {
			executor.execute(() -> seen.complete(RequestContext.current()));
		}
		return seen.get(5, TimeUnit.SECONDS);
	}

	@Configuration(proxyBeanMethods = false)
	static class Executing {

		private final AtomicInteger decorations = new AtomicInteger();

		@Bean
		ThreadPoolTaskExecutor pool() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		TaskExecutor decoratedPool() {
			ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
			pool.setTaskDecorator((task) -> {
				this.decorations.incrementAndGet();
				return task;
			});
			return pool;
		}

		@Bean
		ThreadPoolTaskScheduler scheduler() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		SimpleAsyncTaskExecutor threads() {
			return new SimpleAsyncTaskExecutor();
		}

		@Bean
		TaskScheduler schedulerThreads() {
			return new SimpleAsyncTaskScheduler();
		}

		@Bean
		ConcurrentTaskExecutor concurrent() {
			return new ConcurrentTaskExecutor(Runnable::run);
		}

		@Bean
		AsyncTaskExecutor adapter() {
			return new TaskExecutorAdapter((task) -> new Thread(task).start());
		}

		@Bean
		ExecutorService service() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		Executor plainService() {
			return Executors.newCachedThreadPool();
		}

		@Bean
		ScheduledExecutorService scheduled() {
			return Executors.newSingleThreadScheduledExecutor();
		}

		@Bean
		Executor plain() {
			return (task) -> new Thread(task).start();
		}

		@Bean
		TaskExecutor taskExecutor() {
			return (task) -> new Thread(task).start();
		}

		@Bean
		ThreadPoolExecutor concrete() {
			return (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
		}

	}

}
