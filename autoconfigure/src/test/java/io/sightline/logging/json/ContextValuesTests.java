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

package io.sightline.logging.json;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.sightline.context.LogContext;
import io.sightline.context.OwnValue;
import io.sightline.identity.ServiceIdentity;
import io.sightline.identity.autoconfigure.ServiceIdentities;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.LogFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the values that a {@link JsonLine} has beside its event.
 */
class ContextValuesTests {

	private final LoggerContext loggers = new LoggerContext();

	private final LoggingEvent event = new LoggingEvent("test", this.loggers.getLogger("test"), Level.INFO, "message",
			null, null);

	@BeforeEach
	void prepare() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
	}

	@Test
	void writesTypedValuesCapturedByTheThreadThatLogs() {
		CapturedEvent captured;
		try (LogContext.Scope id = LogContext.put("order.id", 42); LogContext.Scope vip = LogContext.put("vip", true)) {
			captured = CapturedEvent.of(this.event);
		}
		assertThat(line(captured)).contains("\"order.id\":42,\"vip\":true");
	}

	@Test
	void prefixesReservedNames() {
		try (LogContext.Scope scope = LogContext.put("level", "forged")) {
			assertThat(line(CapturedEvent.of(this.event))).contains("\"level\":\"INFO\"", "\"app_level\":\"forged\"");
		}
	}

	@Test
	void letsTheEventsOwnValuesWin() {
		this.event.addKeyValuePair(new KeyValuePair("order.id", 1));
		try (LogContext.Scope scope = LogContext.put("order.id", 2)) {
			assertThat(line(CapturedEvent.of(this.event))).contains("\"order.id\":1").doesNotContain("\"order.id\":2");
		}
	}

	@Test
	void writesOwnValuesUnderReservedNames() {
		this.event.addKeyValuePair(new KeyValuePair("error_type", new OwnValue("java.io.IOException")));
		assertThat(line(CapturedEvent.of(this.event))).contains("\"error_type\":\"java.io.IOException\"");
	}

	@Test
	void writesOwnValuesUnderTheNamesOfTheFormat() {
		this.event.addKeyValuePair(new KeyValuePair("error_type", new OwnValue("java.io.IOException")));
		JsonLine json = JsonLine.create(identity(), LineOptions.of(LogFormat.ECS), TextPolicy.NONE);
		assertThat(new String(json.encode(CapturedEvent.of(this.event)), StandardCharsets.UTF_8))
			.contains("\"error.type\":\"java.io.IOException\"");
	}

	private String line(CapturedEvent captured) {
		JsonLine json = JsonLine.create(identity(), LineOptions.of(LogFormat.JSON), TextPolicy.NONE);
		return new String(json.encode(captured), StandardCharsets.UTF_8);
	}

	private static ServiceIdentity identity() {
		return ServiceIdentities.resolve(new MockEnvironment(), new DefaultResourceLoader());
	}

}
