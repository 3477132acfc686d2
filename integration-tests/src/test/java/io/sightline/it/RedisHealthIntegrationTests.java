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

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.example.secured.SecuredApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Boot's check of a real Redis, guarded and tuned like any other.
 */
class RedisHealthIntegrationTests {

	private static final String REDIS = "/actuator/health/redis";

	private static final RedisServer redis = new RedisServer();

	private static final Logger logger = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	private static RunningApplication application = RunningApplication.NONE;

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@BeforeAll
	static void startApplication() {
		RedisServer.assumeInstalled();
		redis.start();
		application = RunningApplication.start(SecuredApplication.class, "--spring.application.name=redis",
				"--spring.data.redis.port=" + redis.port(), "--spring.data.redis.password=" + RedisServer.PASSWORD,
				"--management.endpoint.health.show-details=always", "--sightline.health.checks.redis.critical=false",
				"--sightline.health.checks.redis.timeout=1s", "--sightline.health.checks.redis.cache=200ms",
				"--sightline.health.checks.redis.groups=readiness");
		await("UP");
	}

	@AfterAll
	static void stopApplication() {
		application.close();
		redis.close();
	}

	@BeforeEach
	void attach() {
		this.lines.start();
		logger.addAppender(this.lines);
	}

	@AfterEach
	void detach() {
		logger.detachAppender(this.lines);
	}

	@Test
	void asksRedisItself() {
		assertThat(application.get(REDIS).body()).contains("\"version\":\"", "\"durationMs\":", "\"lastChange\":\"");
	}

	@Test
	void degradesAndRecoversWithOneLineEach() {
		redis.close();
		await("DEGRADED");
		assertThat(application.get(REDIS).body()).contains("\"actual\":\"DOWN\"").doesNotContain(RedisServer.PASSWORD);
		assertThat(application.get("/readyz").statusCode()).isEqualTo(200);
		redis.start();
		await("UP");
		assertThat(ofHealth()).hasSize(2)
			.satisfies((messages) -> assertThat(messages.get(0)).startsWith("Health of redis is DEGRADED, was UP: "),
					(messages) -> assertThat(messages.get(1)).isEqualTo("Health of redis is UP, was DEGRADED"));
		assertThat(this.lines.list).noneMatch((line) -> line.getLoggerName().endsWith("DataRedisHealthIndicator"));
	}

	@Test
	void answersWhileRedisHangs() {
		redis.hang();
		await("DEGRADED");
		assertThat(application.get(REDIS).body()).contains("no answer within 1000 ms");
		assertThat(application.get("/livez").statusCode()).isEqualTo(200);
		redis.resume();
		await("UP");
	}

	private List<String> ofHealth() {
		return this.lines.list.stream()
			.filter((line) -> line.getLoggerName().equals("io.sightline.health"))
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.contains("redis"))
			.toList();
	}

	private static void await(String status) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> application.get(REDIS).body().contains("\"status\":\"" + status + "\""));
	}

}
