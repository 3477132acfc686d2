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

package io.sightline.metrics;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.example.reactive.ReactiveApplication;
import com.example.servlet.ServletApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is measured of an application that says nothing about it.
 */
class CoverageIntegrationTests {

	private static final ConfigurableApplicationContext context = new SpringApplicationBuilder(ServletApplication.class,
			Shop.class)
		.web(WebApplicationType.SERVLET)
		.run("--server.port=0", "--spring.application.name=coverage", "--spring.cache.type=caffeine",
				"--spring.cache.cache-names=prices");

	private static final MeterRegistry registry = context.getBean(MeterRegistry.class);

	@BeforeAll
	static void use() {
		get(context, "/calls");
		Observation.createNotStarted("work", context.getBean(ObservationRegistry.class))
			.observe(() -> context.getBean(JdbcTemplate.class).queryForList("select 1"));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static void get(ConfigurableApplicationContext application, String path) {
		RestClient.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"))
			.get()
			.uri(path)
			.retrieve()
			.toBodilessEntity();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http.server.requests", "http.server.active.requests", "http.client.requests",
			"jvm.memory.used", "jvm.gc.max.data.size", "jvm.gc.memory.allocated", "jvm.threads.live",
			"jvm.classes.loaded", "process.cpu.usage", "process.cpu.time", "process.files.open", "process.uptime",
			"system.cpu.usage", "disk.free", "disk.total", "tomcat.threads.busy", "tomcat.threads.config.max",
			"tomcat.connections.current", "tomcat.connections.config.max", "tomcat.global.error",
			"tomcat.sessions.active.current", "hikaricp.connections.active", "hikaricp.connections.pending",
			"hikaricp.connections.acquire", "jdbc.connections.max", "jdbc.query", "executor.active", "executor.queued",
			"executor.pool.size", "cache.gets", "cache.evictions", "logback.events", "queue.size" })
	void measures(String meter) {
		await().untilAsserted(() -> assertThat(registry.find(meter).meters()).isNotEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "packers", "sweeper" })
	void measuresQueuesOfExecutorsAndSchedulers(String executor) {
		assertThat(registry.find("executor.queued").tag("name", executor).gauge()).isNotNull();
	}

	@Test
	void measuresExecutorThatCarriesContext() {
		context.getBean("packers", ExecutorService.class).execute(() -> {
		});
		await().untilAsserted(
				() -> assertThat(registry.get("executor.completed").tag("name", "packers").functionCounter().count())
					.isEqualTo(1));
	}

	@Test
	void tellsCallsByNameOfTheClient() {
		assertThat(registry.get("http.client.requests").tag("client.name", "127.0.0.1").timers())
			.extracting((timer) -> timer.getId().getTag("uri"))
			// A client that was given a URI, not a text, knows no template.
			.contains("/echo")
			.containsOnly("/echo", "none");
	}

	@Test
	void tellsHitsAndMissesOfCaches() {
		Objects.requireNonNull(context.getBean(CacheManager.class).getCache("prices")).get("item1");
		assertThat(registry.get("cache.gets").tag("cache", "prices").tag("result", "miss").functionCounter().count())
			.isEqualTo(1);
	}

	@Test
	void countsConnectionsOfNetty() {
		try (ConfigurableApplicationContext reactive = new SpringApplicationBuilder(ReactiveApplication.class)
			.web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--spring.application.name=netty")) {
			get(reactive, "/actuator/health");
			assertThat(reactive.getBean(MeterRegistry.class).get("http.server.connections").gauge().value())
				.isPositive();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	static class Shop {

		@Bean
		ExecutorService packers() {
			return new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
		}

		@Bean
		ThreadPoolTaskScheduler sweeper() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ArrayBlockingQueue<String> mails(Queues queues) {
			return queues.monitor("mails", new ArrayBlockingQueue<>(10));
		}

	}

}
