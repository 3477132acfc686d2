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

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners of application events run in the trace of who publishes, on whatever thread
 * and in whatever phase of a transaction.
 */
class EventIntegrationTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = start(Application.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "plain, true", "async, false", "committed, true", "committedAsync, false" })
	void listenerIsInTraceOfPublisher(String listener, boolean sameThread) {
		Placed event = publish(context);
		Seen seen = event.seenBy(listener).orTimeout(10, TimeUnit.SECONDS).join();
		assertThat(seen.traceId()).isNotNull().isEqualTo(event.published().traceId());
		assertThat(seen.thread().equals(event.published().thread())).isEqualTo(sameThread);
	}

	@Test
	void multicasterWithExecutorOfTheApplicationKeepsTrace() {
		try (ConfigurableApplicationContext multicasting = start(Multicasting.class)) {
			Placed event = publish(multicasting);
			Seen seen = event.seenBy("plain").orTimeout(10, TimeUnit.SECONDS).join();
			assertThat(seen.traceId()).isNotNull().isEqualTo(event.published().traceId());
			assertThat(seen.thread()).startsWith("events-");
		}
	}

	private static Placed publish(ConfigurableApplicationContext publisher) {
		Observation observation = Observation.createNotStarted("order", publisher.getBean(ObservationRegistry.class));
		return observation.observe(() -> publisher.getBean(TransactionTemplate.class).execute((status) -> {
			Placed event = new Placed(Seen.here(publisher.getBean(Tracer.class)), new ConcurrentHashMap<>());
			publisher.publishEvent(event);
			return event;
		}));
	}

	private static ConfigurableApplicationContext start(Class<?> application) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.application.name=events")
			.run();
	}

	record Seen(@Nullable String traceId, String thread) {

		static Seen here(Tracer tracer) {
			Span span = tracer.currentSpan();
			return new Seen((span != null) ? span.context().traceId() : null, Thread.currentThread().getName());
		}

	}

	record Placed(Seen published, Map<String, CompletableFuture<Seen>> seen) {

		CompletableFuture<Seen> seenBy(String listener) {
			return this.seen.computeIfAbsent(listener, (name) -> new CompletableFuture<>());
		}

	}

	static class Listeners {

		private final Tracer tracer;

		Listeners(Tracer tracer) {
			this.tracer = tracer;
		}

		@EventListener
		void plain(Placed event) {
			event.seenBy("plain").complete(Seen.here(this.tracer));
		}

		@Async
		@EventListener
		void async(Placed event) {
			event.seenBy("async").complete(Seen.here(this.tracer));
		}

		@TransactionalEventListener
		void committed(Placed event) {
			event.seenBy("committed").complete(Seen.here(this.tracer));
		}

		@Async
		@TransactionalEventListener
		void committedAsync(Placed event) {
			event.seenBy("committedAsync").complete(Seen.here(this.tracer));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableAsync(proxyTargetClass = true)
	@Import(Listeners.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Multicasting extends Application {

		@Bean
		TaskExecutor eventPool() {
			ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
			pool.setThreadNamePrefix("events-");
			return pool;
		}

		@Bean
		ApplicationEventMulticaster applicationEventMulticaster(TaskExecutor eventPool) {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setTaskExecutor(eventPool);
			return multicaster;
		}

	}

}
