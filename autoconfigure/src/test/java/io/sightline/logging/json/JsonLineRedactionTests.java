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
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.context.LogContext;
import io.sightline.identity.autoconfigure.ServiceIdentities;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.LogFormat;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a {@link JsonLine} asks its policy about each channel, in each format.
 */
class JsonLineRedactionTests {

	private static final String SECRET = "Pl4nt3d9f8e7d";

	private static final TextPolicy POLICY = policy(RedactionPolicy.from(RedactionRules.defaults()));

	private final LoggerContext loggers = new LoggerContext();

	@ParameterizedTest
	@EnumSource(LogFormat.class)
	void noChannelTellsSecret(LogFormat format) {
		String line = line(format, POLICY);
		assertThat(line).contains("benign").doesNotContain(SECRET);
	}

	@ParameterizedTest
	@EnumSource(LogFormat.class)
	void everyChannelTellsSecretWithoutPolicy(LogFormat format) {
		assertThat(line(format, TextPolicy.NONE).split(SECRET, -1)).hasSizeGreaterThanOrEqualTo(9);
	}

	@ParameterizedTest
	@EnumSource(LogFormat.class)
	void nothingIsToldWhenThePolicyFails(LogFormat format) {
		assertThat(line(format, policy(null))).contains(Line.FAILED).doesNotContain(SECRET, "benign");
	}

	@ParameterizedTest
	@ValueSource(ints = { 32 * 1024 - 30, 32 * 1024 - 20, 32 * 1024 - 10, 32 * 1024, 1024 * 1024, 16 * 1024 * 1024 })
	void noSecretSurvivesTheCut(int offset) {
		String message = "x ".repeat(offset / 2) + "password=" + SECRET + " benign";
		JsonLine json = JsonLine.create(Lines.IDENTITY, LineOptions.of(LogFormat.JSON), POLICY);
		Map<String, Object> line = Lines.parse(json.encode(Lines.event(message + " {}", "y".repeat(100_000))));
		assertThat(line).containsEntry("truncated", true);
		assertThat(line.toString()).doesNotContain(SECRET.substring(0, 5));
	}

	private String line(LogFormat format, TextPolicy policy) {
		JsonLine json = JsonLine.create(ServiceIdentities.resolve(new MockEnvironment(), new DefaultResourceLoader()),
				LineOptions.of(format), policy);
		LoggingEvent event = new LoggingEvent("test", this.loggers.getLogger("test"), Level.ERROR,
				"benign password=" + SECRET + " {} {}",
				new IllegalStateException("secret=" + SECRET, new IllegalArgumentException("api_key: " + SECRET)),
				new Object[] { "token=" + SECRET, StructuredArguments.kv("passwd", SECRET) });
		event.addMarker(Markers.append("refresh_token", SECRET));
		event.addKeyValuePair(new KeyValuePair("password", SECRET));
		event.addKeyValuePair(new KeyValuePair("nested", List.of(Map.of("client_secret", SECRET))));
		event.setMDCPropertyMap(Map.of("sessionToken", SECRET));
		try (LogContext.Scope scope = LogContext.put("authToken", SECRET)) {
			return new String(json.encode(CapturedEvent.of(event)), StandardCharsets.UTF_8);
		}
	}

	private static TextPolicy policy(@Nullable RedactionPolicy policy) {
		return new TextPolicy() {

			@Override
			public String text(String text) {
				return required().text(text);
			}

			@Override
			public @Nullable Object value(String key, Object value) {
				return required().value(key, value);
			}

			private RedactionPolicy required() {
				if (policy == null) {
					throw new IllegalStateException("no policy");
				}
				return policy;
			}

		};
	}

}
