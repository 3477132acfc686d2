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

package io.sightline.console.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spans, and beside them the facts about those that are units of work: one row a field,
 * so that any field can be asked for without knowing it beforehand.
 */
final class SpanLayout implements Layout<Span> {

	private static final int MAX_FACT = 256;

	/** What a row takes besides its texts, roughly. */
	private static final int ROW = 64;

	private static final int FACT = 32;

	private final Json json = new Json();

	@Override
	public List<Table> tables() {
		return List.of(
				new Table("spans",
						"""
								seq BIGINT, received BIGINT, bytes BIGINT, trace_id VARCHAR, span_id VARCHAR, parent_id VARCHAR,
								service VARCHAR, version VARCHAR, instance VARCHAR, environment VARCHAR, name VARCHAR, kind VARCHAR, start_ns BIGINT,
								duration_ns BIGINT, failed BOOLEAN, unit BOOLEAN, status_message VARCHAR,
								attributes VARCHAR, events VARCHAR"""),
				new Table("facts", "seq BIGINT, field VARCHAR, value VARCHAR, number DOUBLE"));
	}

	@Override
	public String important() {
		return "trace_id IN (SELECT trace_id FROM spans WHERE failed)";
	}

	@Override
	public long append(Rows rows, long seq, long received, Span span) throws SQLException {
		String attributes = this.json.write(span.attributes());
		String events = this.json.write(span.events());
		Origin origin = span.origin();
		long bytes = ROW + 64 + origin.length() + span.name().length() + span.statusMessage().length()
				+ attributes.length() + events.length();
		Map<String, Object> facts = span.isUnit() ? facts(span) : Map.of();
		for (Map.Entry<String, Object> fact : facts.entrySet()) {
			bytes += FACT + fact.getKey().length() + fact.getValue().toString().length();
		}
		rows.add(0, seq, received, bytes, span.traceId(), span.spanId(), span.parentId(), origin.service(),
				origin.version(), origin.instance(), origin.environment(), span.name(), span.kind().name(),
				span.startNanos(), span.durationNanos(), span.failed(), span.isUnit(), span.statusMessage(), attributes,
				events);
		for (Map.Entry<String, Object> fact : facts.entrySet()) {
			String value = fact.getValue().toString();
			rows.add(1, seq, fact.getKey(), value.substring(0, Math.min(value.length(), MAX_FACT)),
					Numbers.of(fact.getValue()));
		}
		return bytes;
	}

	private static Map<String, Object> facts(Span span) {
		Map<String, Object> facts = new TreeMap<>(span.attributes());
		put(facts, "service.version", span.origin().version());
		put(facts, "service.instance.id", span.origin().instance());
		put(facts, "deployment.environment.name", span.origin().environment());
		facts.put("service", span.origin().service());
		facts.put("name", span.name());
		facts.put("kind", span.kind().name());
		facts.put("failed", span.failed());
		facts.put("duration_ms", span.durationNanos() / 1e6);
		return facts;
	}

	private static void put(Map<String, Object> facts, String field, String value) {
		if (!value.isEmpty()) {
			facts.put(field, value);
		}
	}

}
