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

package io.sightline.logging.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.json.JsonLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes records of OpenTelemetry's log data model from events. It reads the line that the
 * format {@code otel} writes of the event, so that a record has the same fields, within
 * the same bounds and with the same words masked, as a line. Used by one thread.
 */
public final class LogRecords {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final Severity[] SEVERITIES = Severity.values();

	private final JsonLine lines;

	private final SdkLoggerProvider provider;

	private final List<LogRecordData> made = new ArrayList<>();

	/**
	 * Creates a maker of records.
	 * @param lines writes lines in the format {@code otel}
	 * @param resource who logs
	 * @param limits how much of an event is kept
	 */
	public LogRecords(JsonLine lines, Resource resource, LogLimits limits) {
		this.lines = lines;
		this.provider = SdkLoggerProvider.builder()
			.setResource(resource)
			.setLogLimits(() -> limits)
			.addLogRecordProcessor((context, record) -> this.made.add(record.toLogRecordData()))
			.build();
	}

	/**
	 * Makes a record.
	 * @param event the event
	 */
	void add(CapturedEvent event) {
		JsonNode line = MAPPER.readTree(this.lines.encode(event));
		LogRecordBuilder record = this.provider.get(line.at("/InstrumentationScope/Name").asString(""))
			.logRecordBuilder()
			.setContext(context(line))
			.setTimestamp(line.path("Timestamp").asLong(TimeUnit.MILLISECONDS.toNanos(event.getTimeStamp())),
					TimeUnit.NANOSECONDS)
			.setSeverity(severity(line.path("SeverityNumber").asInt(0)))
			.setSeverityText(line.path("SeverityText").asString(""))
			.setBody(line.path("Body").asString(""));
		for (Map.Entry<String, JsonNode> attribute : line.path("Attributes").properties()) {
			put(record, attribute.getKey(), attribute.getValue());
		}
		record.emit();
	}

	/**
	 * Takes the records that were made.
	 * @return the records, none of which is returned again
	 */
	List<LogRecordData> take() {
		List<LogRecordData> taken = List.copyOf(this.made);
		this.made.clear();
		return taken;
	}

	private static Severity severity(int number) {
		for (Severity severity : SEVERITIES) {
			if (severity.getSeverityNumber() == number) {
				return severity;
			}
		}
		return Severity.UNDEFINED_SEVERITY_NUMBER;
	}

	private static Context context(JsonNode line) {
		String trace = line.path("TraceId").asString("");
		if (trace.isEmpty()) {
			return Context.root();
		}
		TraceFlags flags = TraceFlags.fromByte((byte) line.path("TraceFlags").asInt(0));
		return Context.root()
			.with(Span
				.wrap(SpanContext.create(trace, line.path("SpanId").asString(""), flags, TraceState.getDefault())));
	}

	private static void put(LogRecordBuilder record, String key, JsonNode value) {
		if (value.isString()) {
			record.setAttribute(AttributeKey.stringKey(key), value.asString());
		}
		else if (value.isBoolean()) {
			record.setAttribute(AttributeKey.booleanKey(key), value.asBoolean());
		}
		else if (value.canConvertToLong() && value.isIntegralNumber()) {
			record.setAttribute(AttributeKey.longKey(key), value.asLong());
		}
		else if (value.isNumber()) {
			record.setAttribute(AttributeKey.doubleKey(key), value.asDouble());
		}
		else if (isTexts(value)) {
			record.setAttribute(AttributeKey.stringArrayKey(key),
					StreamSupport.stream(value.spliterator(), false).map(JsonNode::asString).toList());
		}
		else if (!value.isNull()) {
			record.setAttribute(AttributeKey.stringKey(key), value.toString());
		}
	}

	private static boolean isTexts(JsonNode value) {
		return value.isArray() && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isString);
	}

}
