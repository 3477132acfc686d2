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

import java.io.IOException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextValuesProvider}.
 */
class ContextValuesProviderTests {

	private final LoggerContext loggers = new LoggerContext();

	private final LoggingEvent event = new LoggingEvent("test", this.loggers.getLogger("test"), Level.INFO, "message",
			null, null);

	@BeforeEach
	void prepare() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
	}

	@Test
	void writesTypedValuesCapturedByTheThreadThatLogs() throws IOException {
		CapturedEvent captured;
		try (LogContext.Scope id = LogContext.put("order.id", 42); LogContext.Scope vip = LogContext.put("vip", true)) {
			captured = CapturedEvent.of(this.event);
		}
		assertThat(line(captured)).contains("\"order.id\":42,\"vip\":true");
	}

	@Test
	void prefixesReservedNames() throws IOException {
		try (LogContext.Scope scope = LogContext.put("level", "forged")) {
			assertThat(line(CapturedEvent.of(this.event))).contains("\"level\":\"INFO\"", "\"app_level\":\"forged\"");
		}
	}

	@Test
	void letsTheEventsOwnValuesWin() throws IOException {
		this.event.addKeyValuePair(new KeyValuePair("order.id", 1));
		try (LogContext.Scope scope = LogContext.put("order.id", 2)) {
			assertThat(line(CapturedEvent.of(this.event))).contains("\"order.id\":1").doesNotContain("\"order.id\":2");
		}
	}

	@Test
	void writesOwnValuesUnderReservedNames() throws IOException {
		this.event.addKeyValuePair(new KeyValuePair("error_type", new OwnValue("java.io.IOException")));
		assertThat(line(CapturedEvent.of(this.event))).contains("\"error_type\":\"java.io.IOException\"");
	}

	private String line(CapturedEvent captured) throws IOException {
		ServiceIdentity identity = ServiceIdentities.resolve(new MockEnvironment(), new DefaultResourceLoader());
		JsonLine json = JsonLine.create(this.loggers, identity, 1024, 1024);
		return new String(json.encode(captured), StandardCharsets.UTF_8);
	}

}
