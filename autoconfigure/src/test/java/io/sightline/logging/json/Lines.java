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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.LogFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Encodes events and reads the lines back as strictly as can be.
 */
final class Lines {

	static final ServiceIdentity IDENTITY = new ServiceIdentity("shop", "1.2.3", "test", "shop-1", Map.of());

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final Logger LOGGER = context().getLogger("shop.Orders");

	private Lines() {
	}

	private static LoggerContext context() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		return context;
	}

	static LoggingEvent event(String message, @Nullable Object... arguments) {
		return event(message, null, arguments);
	}

	@SuppressWarnings("NullAway") // Logback is not annotated and takes null here.
	static LoggingEvent event(String message, @Nullable Throwable error, @Nullable Object... arguments) {
		LoggingEvent event = new LoggingEvent(Lines.class.getName(), LOGGER, Level.INFO, message, error, arguments);
		return event;
	}

	/**
	 * An error with a few frames: those of a test are a hundred, and each is like the
	 * others.
	 * @param error the error
	 * @return the same
	 */
	static <T extends Throwable> T shortened(T error) {
		error.setStackTrace(Arrays.copyOf(error.getStackTrace(), 5));
		return error;
	}

	static Map<String, Object> json(ILoggingEvent event) {
		return write(LineOptions.of(LogFormat.JSON), event);
	}

	static Map<String, Object> write(LineOptions options, ILoggingEvent event) {
		return parse(JsonLine.create(IDENTITY, options, TextPolicy.NONE).encode(event));
	}

	static Map<String, Object> parse(byte[] line) {
		assertThat(line).endsWith('\n');
		int controls = 0;
		for (int i = 0; i < line.length - 1; i++) {
			controls += (line[i] >= 0 && line[i] < ' ') ? 1 : 0;
		}
		assertThat(controls).isZero();
		String text = decode(line);
		assertThat(text.substring(0, text.length() - 1)).doesNotContainPattern("[\\u007f-\\u009f\\u2028\\u2029]");
		return STRICT.readValue(text, new TypeReference<Map<String, Object>>() {
		});
	}

	private static String decode(byte[] line) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new AssertionError("Not UTF-8", ex);
		}
	}

}
