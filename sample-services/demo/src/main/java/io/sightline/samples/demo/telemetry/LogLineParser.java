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

package io.sightline.samples.demo.telemetry;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads log lines and accepts nothing but exactly one JSON object that names every field
 * once and has the fields that every line must have.
 */
final class LogLineParser {

	private final JsonMapper mapper = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	LogLine parse(String line) throws MalformedLineException {
		JsonNode json = tree(line);
		return new LogLine(timestamp(json), text(json, "level"), text(json, "service"), text(json, "logger"),
				text(json, "thread"), text(json, "message"), json.path("trace_id").asString(""));
	}

	private JsonNode tree(String line) throws MalformedLineException {
		JsonNode json;
		try {
			json = this.mapper.readTree(line);
		}
		catch (JacksonException ex) {
			throw new MalformedLineException(ex.getOriginalMessage(), ex);
		}
		if (!json.isObject()) {
			throw new MalformedLineException("not a JSON object");
		}
		return json;
	}

	private static Instant timestamp(JsonNode json) throws MalformedLineException {
		String timestamp = text(json, "timestamp");
		if (!timestamp.endsWith("Z")) {
			throw new MalformedLineException("timestamp is not in UTC: " + timestamp);
		}
		try {
			return Instant.parse(timestamp);
		}
		catch (DateTimeParseException ex) {
			throw new MalformedLineException("timestamp is not ISO 8601: " + timestamp, ex);
		}
	}

	private static String text(JsonNode json, String field) throws MalformedLineException {
		JsonNode value = json.path(field);
		if (!value.isString()) {
			throw new MalformedLineException("no text in field '" + field + "'");
		}
		return value.asString();
	}

}
