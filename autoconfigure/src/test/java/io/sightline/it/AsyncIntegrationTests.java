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

package io.sightline.it;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.sightline.context.RequestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Context reaches {@code @Async} methods, whoever provides the executor, in applications
 * that are not on the web.
 */
class AsyncIntegrationTests {

	private final RequestContext request = new RequestContext("one", "GET", "/", false);

	@ParameterizedTest
	@ValueSource(classes = { BootExecutor.class, OwnTaskExecutor.class, PlainExecutor.class, TwoTaskExecutors.class })
	void keepsTraceAndRequest(Class<?> application) {
		assertKeepsTraceAndRequest(application);
	}

	@Test
	@Tag("virtual-threads")
	void keepsTraceAndRequestOnVirtualThreads() {
		assertKeepsTraceAndRequest(BootExecutor.class, "--spring.threads.virtual.enabled=true");
	}

	private void assertKeepsTraceAndRequest(Class<?> application, String... arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.web(WebApplicationType.NONE)
			.properties("spring.application.name=async")
			.run(arguments)) {
			Worker worker = context.getBean(Worker.class);
			Observation.createNotStarted("parent", context.getBean(ObservationRegistry.class)).observe(() -> {
				try (RequestContext.Scope scope = this.request.open()) {
					assertThat(worker.here().traceId()).isNotNull();
					assertThat(worker.look().join()).isEqualTo(worker.here());
				}
			});
			assertThat(worker.look().join()).isEqualTo(new Seen(null, null));
		}
	}

	record Seen(@Nullable RequestContext request, @Nullable String traceId) {

	}

	static class Worker {

		private final Tracer tracer;

		private final Thread creator = Thread.currentThread();

		Worker(Tracer tracer) {
			this.tracer = tracer;
		}

		@Async
		CompletableFuture<Seen> look() {
			assertThat(Thread.currentThread()).isNotEqualTo(this.creator);
			return CompletableFuture.completedFuture(here());
		}

		Seen here() {
			Span span = this.tracer.currentSpan();
			return new Seen(RequestContext.current(), (span != null) ? span.context().traceId() : null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableAsync(proxyTargetClass = true)
	@Import(Worker.class)
	static class BootExecutor {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnTaskExecutor extends BootExecutor {

		@Bean
		ThreadPoolTaskExecutor pool() {
			return new ThreadPoolTaskExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoTaskExecutors extends OwnTaskExecutor {

		@Bean
		ThreadPoolTaskExecutor taskExecutor() {
			return new ThreadPoolTaskExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainExecutor extends BootExecutor {

		@Bean(destroyMethod = "shutdown")
		ExecutorService reports() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		Executor mails(ExecutorService reports) {
			return reports::execute;
		}

	}

}
