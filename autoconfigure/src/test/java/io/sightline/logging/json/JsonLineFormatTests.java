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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.logging.LogFormat;
import io.sightline.logging.json.LineOptions.FieldChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link JsonLine} and its formats.
 */
class JsonLineFormatTests {

	@Test
	void writesFieldsOfEcsInTheOrderOfItsSpecification() {
		Map<String, Object> line = Lines.write(LineOptions.of(LogFormat.ECS), orderPaid());
		assertThat(new ArrayList<>(line.keySet())).startsWith("@timestamp", "log.level", "message", "ecs.version");
		assertThat(line).containsEntry("service.node.name", "shop-1")
			.containsEntry("labels.order_id", "o-1")
			.containsEntry("app.amount", 12.5)
			.containsEntry("error.type", "java.lang.IllegalStateException")
			.containsEntry("tags", List.of("AUDIT"));
	}

	@Test
	void keepsTypesOfValues() {
		LoggingEvent event = Lines.event("benign");
		List<Object> values = List.of(1, 2L, (short) 3, (byte) 4, 5.5f, 6.5, new BigDecimal("7.25"), BigInteger.TEN,
				true);
		event.addKeyValuePair(new KeyValuePair("values", values));
		event.addKeyValuePair(new KeyValuePair("nothing", null));
		assertThat(Lines.json(event)).containsEntry("values", List.of(1, 2, 3, 4, 5.5, 6.5, 7.25, 10, true))
			.containsEntry("nothing", null);
	}

	@Test
	void writesFieldsOfLogstash() {
		assertThat(Lines.write(LineOptions.of(LogFormat.LOGSTASH), orderPaid())).containsEntry("@version", "1")
			.containsEntry("level_value", 20000)
			.containsEntry("logger_name", "shop.Orders")
			.containsEntry("order.id", "o-1");
	}

	@Test
	void writesStackTraceIntoMessageOfGoogleCloud() {
		Map<String, Object> line = Lines.write(LineOptions.of(LogFormat.GCP), orderPaid());
		assertThat(line).containsEntry("severity", "INFO")
			.containsEntry("serviceContext", Map.of("service", "shop", "version", "1.2.3"));
		assertThat((String) line.get("message")).startsWith("paid 7\njava.lang.IllegalStateException: broken\n\tat ");
	}

	@Test
	void writesAttributesOfOpenTelemetry() {
		Map<String, Object> line = Lines.write(LineOptions.of(LogFormat.OTEL), orderPaid());
		assertThat(line).containsEntry("SeverityNumber", 9).containsEntry("Body", "paid 7");
		assertThat(line.get("Attributes")).asString()
			.contains("exception.type=java.lang.IllegalStateException", "order.id=o-1", "amount=12.5");
		assertThat(line.get("Resource")).asString().contains("deployment.environment.name=test");
	}

	@Test
	void renamesExcludesAndAddsFields() {
		LineOptions options = options(
				new FieldChanges(Map.of("logger", "log"), Set.of("thread"), Map.of("team", "payments")));
		assertThat(Lines.write(options, orderPaid())).containsEntry("log", "shop.Orders")
			.containsEntry("team", "payments")
			.doesNotContainKeys("logger", "thread");
	}

	@Test
	void refusesChangesThatDoNotGiveValidLines() {
		assertRefused(new FieldChanges(Map.of("logger", "message"), Set.of(), Map.of()), "rename.logger");
		assertRefused(new FieldChanges(Map.of("loger", "log"), Set.of(), Map.of()), "rename.loger");
		assertRefused(new FieldChanges(Map.of(), Set.of("nothing"), Map.of()), "exclude");
		assertRefused(new FieldChanges(Map.of(), Set.of(), Map.of("level", "x")), "add.level");
	}

	private static void assertRefused(FieldChanges changes, String option) {
		assertThatExceptionOfType(InvalidFieldException.class)
			.isThrownBy(() -> JsonLine.create(Lines.IDENTITY, options(changes), TextPolicy.NONE))
			.satisfies((ex) -> assertThat(ex.option()).isEqualTo(option));
	}

	@ParameterizedTest
	@EnumSource(LogFormat.class)
	void writesAnyTextAsItIs(LogFormat format) {
		JsonLine encoder = JsonLine.create(Lines.IDENTITY, LineOptions.of(format), TextPolicy.NONE);
		Random random = new Random(7);
		for (int i = 0; i < 2_000; i++) {
			String text = text(random);
			LoggingEvent event = Lines.event(text, Lines.shortened(new IllegalStateException(text)));
			event.addKeyValuePair(new KeyValuePair(text, text));
			event.addKeyValuePair(new KeyValuePair("k" + text, Map.of(text, List.of(text))));
			assertThat(Lines.parse(encoder.encode(event)).values().toString()).contains(SafeText.of(text));
		}
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(20);
		for (int i = 0; i < length; i++) {
			int kind = random.nextInt(4);
			text.append((char) ((kind == 0) ? random.nextInt(0x20)
					: (kind == 1) ? 0xd800 + random.nextInt(0x800) : random.nextInt((kind == 2) ? 0x100 : 0x10000)));
		}
		return text.toString();
	}

	private static LineOptions options(FieldChanges changes) {
		return new LineOptions(LogFormat.JSON, false, 1024, 1024, 64 * 1024, changes);
	}

	private static LoggingEvent orderPaid() {
		LoggingEvent event = Lines.event("paid {}", new IllegalStateException("broken"), 7);
		event.addKeyValuePair(new KeyValuePair("order.id", "o-1"));
		event.addKeyValuePair(new KeyValuePair("amount", 12.5));
		event.addMarker(MarkerFactory.getMarker("AUDIT"));
		return event;
	}

}
