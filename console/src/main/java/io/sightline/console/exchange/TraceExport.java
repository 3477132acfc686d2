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

package io.sightline.console.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a trace with its log lines as OTLP's JSON: one object that is an export of spans
 * and one of log lines at once.
 */
@Component
final class TraceExport {

	/** Numbers of the kinds in OTLP. */
	private static final List<String> KINDS = List.of("", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");

	private static final int MAX = 20_000;

	private final JdbcClient client;

	TraceExport(JdbcClient client) {
		this.client = client;
	}

	/**
	 * Return a trace.
	 * @param traceId the trace
	 * @return the trace, with no spans and no lines if it is not there
	 */
	Map<String, Object> of(String traceId) {
		return OtlpJson.object("resourceSpans", resources(spans(traceId), "scopeSpans", "spans"), "resourceLogs",
				resources(lines(traceId), "scopeLogs", "logRecords"));
	}

	private List<Item> spans(String traceId) {
		return this.client.sql("""
				SELECT service, version, instance, environment, '' AS scope, trace_id, span_id, parent_id, name, kind,
					start_ns, duration_ns, failed, status_message, attributes, events
				FROM spans WHERE trace_id = ? ORDER BY start_ns, seq LIMIT %s""".formatted(MAX))
			.param(traceId)
			.query((row, number) -> new Item(Sender.of(row), span(row)))
			.list();
	}

	private static Map<String, Object> span(ResultSet row) throws SQLException {
		long start = row.getLong(11);
		Map<String, Object> span = OtlpJson.object("traceId", row.getString(6), "spanId", row.getString(7));
		if (!row.getString(8).isEmpty()) {
			span.put("parentSpanId", row.getString(8));
		}
		span.put("name", row.getString(9));
		span.put("kind", Math.max(0, KINDS.indexOf(row.getString(10))));
		span.put("startTimeUnixNano", Long.toString(start));
		span.put("endTimeUnixNano", Long.toString(start + row.getLong(12)));
		span.put("attributes", OtlpJson.attributes(row.getString(15)));
		span.put("events", OtlpJson.events(row.getString(16)));
		span.put("status", OtlpJson.object("code", row.getBoolean(13) ? 2 : 0, "message", row.getString(14)));
		return span;
	}

	private List<Item> lines(String traceId) {
		return this.client
			.sql("""
					SELECT service, version, instance, environment, logger, trace_id, span_id, time_ns, severity, level, body,
						attributes
					FROM logs WHERE trace_id = ? ORDER BY time_ns, seq LIMIT %s"""
				.formatted(MAX))
			.param(traceId)
			.query((row, number) -> new Item(Sender.of(row), line(row)))
			.list();
	}

	private static Map<String, Object> line(ResultSet row) throws SQLException {
		Map<String, Object> line = OtlpJson.object("timeUnixNano", Long.toString(row.getLong(8)), "severityNumber",
				row.getInt(9), "severityText", row.getString(10), "body", Map.of("stringValue", row.getString(11)),
				"attributes", OtlpJson.attributes(row.getString(12)), "traceId", row.getString(6));
		if (!row.getString(7).isEmpty()) {
			line.put("spanId", row.getString(7));
		}
		return line;
	}

	private static List<Map<String, Object>> resources(List<Item> items, String scopes, String list) {
		Map<Sender, List<Map<String, Object>>> bySender = items.stream()
			.collect(Collectors.groupingBy(Item::sender, LinkedHashMap::new,
					Collectors.mapping(Item::content, Collectors.toList())));
		return bySender.entrySet()
			.stream()
			.map((entry) -> OtlpJson.object("resource", Map.of("attributes", entry.getKey().attributes()), scopes,
					List.of(OtlpJson.object("scope", Map.of("name", entry.getKey().scope()), list, entry.getValue()))))
			.toList();
	}

	/**
	 * A span or a line.
	 *
	 * @param sender who sent it
	 * @param content what it says
	 */
	private record Item(Sender sender, Map<String, Object> content) {
	}

	/**
	 * Who sent something.
	 *
	 * @param service the service
	 * @param version its version
	 * @param instance its instance
	 * @param environment where it is deployed
	 * @param scope the part of it, such as a logger
	 */
	private record Sender(String service, String version, String instance, String environment, String scope) {

		static Sender of(ResultSet row) throws SQLException {
			return new Sender(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
		}

		List<Map<String, Object>> attributes() {
			return OtlpJson.texts("service.name", this.service, "service.version", this.version, "service.instance.id",
					this.instance, "deployment.environment.name", this.environment);
		}

	}

}
