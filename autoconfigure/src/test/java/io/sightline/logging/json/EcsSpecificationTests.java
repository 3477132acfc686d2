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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.sightline.context.LogContext;
import io.sightline.context.OwnValue;
import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.LogFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the format {@code ecs} against the {@link EcsSpecification}.
 */
class EcsSpecificationTests {

	private static final LineOptions ECS = new LineOptions(LogFormat.ECS, true, 32 * 1024, 16 * 1024, 64 * 1024,
			LineOptions.of(LogFormat.ECS).fields());

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void everyLineIsValid(String kind, ILoggingEvent event) {
		assertThat(EcsSpecification.violations(Lines.write(ECS, event))).isEmpty();
	}

	static Stream<Arguments> events() {
		LoggingEvent failing = new LoggingEvent() {
			@Override
			public String getThreadName() {
				throw new AssertionError("hostile");
			}
		};
		failing.setMessage("failing");
		failing.setLoggerName("shop");
		failing.setLevel(ch.qos.logback.classic.Level.WARN);
		return Stream.of(Arguments.of("plain", Lines.event("paid {}", 7)), Arguments.of("thrown", thrown()),
				Arguments.of("of a request", ofRequest()), Arguments.of("of the application", custom()),
				Arguments.of("cut", Lines.event("x".repeat(100_000))), Arguments.of("too long", tooLong()),
				Arguments.of("that cannot be read", failing));
	}

	private static ILoggingEvent thrown() {
		LoggingEvent event = Lines.event("broken", new IllegalStateException("broken"));
		event.addMarker(MarkerFactory.getMarker("AUDIT"));
		return event;
	}

	private static ILoggingEvent ofRequest() {
		RequestContext request = new RequestContext("r-1", "GET", "/orders/1", false);
		request.route("/orders/{id}");
		request.userId("ada");
		request.trace(new TraceIds("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01", true));
		try (RequestContext.Scope scope = request.open(); LogContext.Scope tenant = LogContext.put("tenant", "t-1")) {
			LoggingEvent event = Lines.event("GET /orders/{id} 200");
			event.addKeyValuePair(new KeyValuePair("event_type", "http_request"));
			event.addKeyValuePair(new KeyValuePair("status_code", 200));
			event.addKeyValuePair(new KeyValuePair("duration_ms", 12.5));
			event.addKeyValuePair(new KeyValuePair("error_type", new OwnValue("java.io.IOException")));
			return CapturedEvent.of(event);
		}
	}

	private static ILoggingEvent custom() {
		LoggingEvent event = Lines.event("custom");
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("message", "forged");
		values.put("ecs.version", 1);
		values.put("log", Map.of("level", "forged"));
		values.put("labels", "forged");
		values.put("order.id", "o-1");
		values.put("a*b\\c", "text");
		values.put("a_b_c", "other text");
		values.put("list", List.of(1, "two"));
		values.forEach((key, value) -> event.addKeyValuePair(new KeyValuePair(key, value)));
		event.setMDCPropertyMap(Map.of("mdc.key", "value", "@timestamp", "forged"));
		return event;
	}

	private static ILoggingEvent tooLong() {
		LoggingEvent event = Lines.event("benign");
		for (int i = 0; i < 200; i++) {
			event.addKeyValuePair(new KeyValuePair("\u0001".repeat(300) + i, "\u0001".repeat(10_000)));
		}
		return event;
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "*", "\\", "a.b", "a*b", "a\\b" })
	void labelsHaveNamesThatAreNoPaths(String key) {
		LoggingEvent event = Lines.event("benign");
		event.addKeyValuePair(new KeyValuePair(key, "text"));
		assertThat(Lines.write(ECS, event)).containsEntry("labels." + key.replaceAll("[.*\\\\]", "_"), "text");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "shop; shop.log", "Order-Service; order_service.log", "a/b c#d; a_b_c_d.log" })
	void namesTheDatasetOfTheService(String service, String dataset) {
		ServiceIdentity identity = new ServiceIdentity(service, "1", "test", "one", Map.of());
		JsonLine json = JsonLine.create(identity, ECS, TextPolicy.NONE);
		assertThat(Lines.parse(json.encode(Lines.event("benign")))).containsEntry("event.dataset", dataset);
	}

	@Test
	void noticesLinesThatAreNotValid() {
		assertThat(EcsSpecification.violations(Lines.write(LineOptions.of(LogFormat.JSON), thrown())))
			.contains("no @timestamp", "no log.level", "no ecs.version", "level=INFO");
		assertThat(EcsSpecification.violations(Map.of("labels.a.b", "x", "log.origin.file.line", "7")))
			.contains("labels.a.b=x", "log.origin.file.line=7");
	}

}
