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

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spans of commands to Redis.
 */
class RedisTracingIntegrationTests {

	private static final RedisServer redis = new RedisServer();

	private static MessagingApplication application;

	@BeforeAll
	static void start() {
		RedisServer.assumeInstalled();
		redis.start();
		application = MessagingApplication.start(Nothing.class, "--spring.data.redis.port=" + redis.port(),
				"--spring.data.redis.password=" + RedisServer.PASSWORD);
	}

	@AfterAll
	static void stop() {
		if (application != null) {
			application.close();
		}
		redis.close();
	}

	@Test
	void namesCommandsByConventionsAndKeepsTheirArguments() {
		StringRedisTemplate template = application.context().getBean(StringRedisTemplate.class);
		String trace = application.trace(() -> template.opsForValue().set("card", "4111111111111111"));
		SpanData span = application.spans().await("SET");
		assertThat(span.getTraceId()).isEqualTo(trace);
		assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
		assertThat(MessagingApplication.attributes(span))
			.containsAllEntriesOf(Map.of("db.system.name", "redis", "db.operation.name", "SET", "server.port",
					String.valueOf(redis.port())))
			.doesNotContainKeys("db.system", "db.operation", "net.sock.peer.addr");
		assertThat(span.toString()).doesNotContain("card", "4111");
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
