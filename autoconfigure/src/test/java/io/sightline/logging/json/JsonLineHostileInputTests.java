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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.logging.LogFormat;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonLine} with what nobody should log.
 */
class JsonLineHostileInputTests {

	private static final int LIMIT = 32 * 1024;

	@Test
	void keepsControlCharactersAsContent() {
		String message = "a\r\nb\u001b[31m\u0000\u2028\u2029\u0085\u009b\u007f";
		assertThat(Lines.json(Lines.event(message))).containsEntry("message", message);
	}

	@Test
	void replacesLoneSurrogatesAndKeepsTheirNeighbours() {
		assertThat(Lines.json(Lines.event("a\ud800b\udc00c\ud83d\ude00d"))).containsEntry("message",
				"a\ufffdb\ufffdc\ud83d\ude00d");
	}

	@ParameterizedTest
	@EnumSource(LogFormat.class)
	void cutsLongMessageInEveryFormat(LogFormat format) {
		LoggingEvent event = Lines.event("x".repeat(16 * 1024 * 1024));
		byte[] line = JsonLine.create(Lines.IDENTITY, LineOptions.of(format), TextPolicy.NONE).encode(event);
		Lines.parse(line);
		assertThat(line.length).isBetween(LIMIT, 64 * 1024);
	}

	@Test
	void tellsTheLengthOfCutMessage() {
		Map<String, Object> line = Lines.json(Lines.event("{}!", "x".repeat(1024 * 1024)));
		assertThat(line).containsEntry("truncated", true).containsEntry("original_length", 1024 * 1024 + 1);
		assertThat((String) line.get("message")).hasSize(LIMIT);
	}

	@Test
	void boundsLineOfManyLongFields() {
		LoggingEvent event = Lines.event("benign");
		for (int i = 0; i < 200; i++) {
			event.addKeyValuePair(new KeyValuePair("\u0001".repeat(300) + i, "\u0001".repeat(10_000)));
		}
		byte[] line = JsonLine.create(Lines.IDENTITY, LineOptions.of(LogFormat.JSON), TextPolicy.NONE).encode(event);
		assertThat(line.length).isLessThanOrEqualTo(64 * 1024);
		assertThat(Lines.parse(line)).containsEntry("message", "benign");
	}

	@Test
	void cutsLongestFieldsOfLongLine() {
		LoggingEvent event = Lines.event("benign");
		for (int i = 0; i < 20; i++) {
			event.addKeyValuePair(new KeyValuePair("long" + i, "\u0001".repeat(8000)));
		}
		Map<String, Object> line = Lines.json(event);
		assertThat(line).containsEntry("message", "benign").containsEntry("truncated", true);
		assertThat((String) line.get("long0")).endsWith("...").hasSizeBetween(256, 8000);
	}

	@Test
	void boundsWideAndDeepValues() {
		Object value = List.of("leaf");
		for (int i = 0; i < 8; i++) {
			value = new ArrayList<>(java.util.Collections.nCopies(100, value));
		}
		LoggingEvent event = Lines.event("benign");
		event.addKeyValuePair(new KeyValuePair("wide", value));
		assertThat(Lines.json(event)).containsKey("wide").containsEntry("message", "benign");
	}

	@Test
	void replacesArgumentWhoseToStringFails() {
		assertThat(Lines.json(Lines.event("a {} b", new Throwing())).get("message")).asString()
			.startsWith("a [")
			.contains("IllegalStateException")
			.endsWith("] b");
		assertThat(Lines.json(Lines.event("a {} b", new Recursive())).get("message")).asString()
			.contains("StackOverflowError");
	}

	@Test
	void endsWithSelfReferencingMap() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", map);
		LoggingEvent event = Lines.event("benign");
		event.addKeyValuePair(new KeyValuePair("map", map));
		assertThat(Lines.json(event)).containsKey("map");
	}

	@Test
	void neverWritesNameTwice() {
		LoggingEvent event = Lines.event("benign");
		event.addKeyValuePair(new KeyValuePair("message", "forged"));
		event.addKeyValuePair(new KeyValuePair("app_message", "own"));
		event.addKeyValuePair(new KeyValuePair("order", 1));
		event.addKeyValuePair(new KeyValuePair("order", 2));
		event.setMDCPropertyMap(Map.of("trace_id", "forged", "order", "3"));
		assertThat(Lines.json(event)).containsEntry("message", "benign")
			.containsEntry("app_message", "forged")
			.containsEntry("app_app_message", "own")
			.containsEntry("order", 2)
			.containsEntry("app_trace_id", "forged")
			.doesNotContainKey("trace_id");
	}

	@Test
	void writesStructuredArgumentsAndMarkersAsFields() {
		LoggingEvent event = Lines.event("{} paid", StructuredArguments.keyValue("order", 7),
				StructuredArguments.value("level", "forged"), StructuredArguments.entries(Map.of("a", 1)), "unused");
		event.addMarker(Markers.append("customer", "c1").and(Markers.appendRaw("raw", "{\"b\":[1]}")));
		assertThat(Lines.json(event)).containsEntry("message", "order=7 paid")
			.containsEntry("order", 7)
			.containsEntry("app_level", "forged")
			.containsEntry("a", 1)
			.containsEntry("customer", "c1")
			.containsEntry("raw", Map.of("b", List.of(1)))
			.doesNotContainKey("tags");
	}

	@Test
	void keepsLineWhenStructuredArgumentFails() {
		LoggingEvent event = Lines.event("benign", StructuredArguments.keyValue("bad", new Throwing()),
				StructuredArguments.fields(new Bean()), StructuredArguments.raw("raw", "{\"a\":1,}\n"));
		assertThat(Lines.json(event)).containsEntry("message", "benign").containsKeys("bad", "raw", "logging_error");
	}

	@Test
	void writesMinimalLineWhenEventFails() {
		LoggingEvent event = new FailingEvent();
		event.setMessage("a\n\"b\"");
		event.setLevel(ch.qos.logback.classic.Level.WARN);
		assertThat(Lines.json(event)).containsEntry("message", "a\n\"b\"")
			.containsEntry("level", "WARN")
			.containsEntry("encoding_error", "java.lang.AssertionError")
			.containsKey("timestamp");
	}

	@Test
	void badEventLeavesTheNextIntact() {
		JsonLine encoder = JsonLine.create(Lines.IDENTITY, LineOptions.of(LogFormat.JSON), TextPolicy.NONE);
		LoggingEvent bad = Lines.event("bad {}", StructuredArguments.fields(new Bean()));
		bad.addKeyValuePair(new KeyValuePair("bad", new Throwing()));
		encoder.encode(bad);
		encoder.encode(new FailingEvent());
		assertThat(Lines.parse(encoder.encode(Lines.event("benign")))).containsEntry("message", "benign")
			.doesNotContainKeys("bad", "logging_error", "encoding_error", "truncated");
	}

	@Test
	void writesLinesOfObjectsThatLogThemselves() {
		JsonLine encoder = JsonLine.create(Lines.IDENTITY, LineOptions.of(LogFormat.JSON), TextPolicy.NONE);
		Object logging = new Object() {
			@Override
			public String toString() {
				return String.valueOf(Lines.parse(encoder.encode(Lines.event("inner"))).get("message"));
			}
		};
		assertThat(Lines.parse(encoder.encode(Lines.event("outer {}", logging)))).containsEntry("message",
				"outer inner");
	}

	@Test
	void writesNothingThatThePolicyFailedOn() {
		TextPolicy failing = new TextPolicy() {

			@Override
			public String text(String text) {
				throw new IllegalStateException("secret");
			}

			@Override
			public Object value(String key, Object value) {
				throw new IllegalStateException("secret");
			}

		};
		LoggingEvent event = Lines.event("secret", new IllegalStateException("secret"));
		event.addKeyValuePair(new KeyValuePair("key", "secret"));
		event.addMarker(Markers.append("marker", "secret"));
		event.setMDCPropertyMap(Map.of("mdc", "secret"));
		JsonLine encoder = JsonLine.create(Lines.IDENTITY, LineOptions.of(LogFormat.JSON), failing);
		assertThat(Lines.parse(encoder.encode(event)).toString()).doesNotContain("secret")
			.contains("message=[redaction failed]", "key=[redaction failed]", "mdc=[redaction failed]");
	}

	private static final class Throwing {

		@Override
		public String toString() {
			throw new IllegalStateException("hostile");
		}

	}

	private static final class Recursive {

		@Override
		public String toString() {
			return "a" + this;
		}

	}

	public static final class Bean {

		@SuppressWarnings("unused")
		public String getName() {
			throw new IllegalStateException("hostile");
		}

	}

	private static final class FailingEvent extends LoggingEvent {

		@Override
		public String getThreadName() {
			throw new AssertionError("hostile");
		}

	}

}
