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

package io.sightline.console.health;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Boot's health endpoint says.
 */
public final class HealthReader {

	/**
	 * The probes that are asked for, in the order in which they are shown.
	 */
	public static final List<String> PROBES = List.of("liveness", "readiness", "startup");

	private static final int MAX_CHECKS = 100;

	private static final int MAX_DEPTH = 4;

	private static final int MAX_TEXT = 300;

	private final String probe;

	private final List<CheckResult> results = new ArrayList<>();

	private HealthReader(String probe) {
		this.probe = probe;
	}

	/**
	 * Read an answer.
	 * @param probe the probe it is about, empty for the health as a whole
	 * @param answer the answer
	 * @return the result of the whole, then those of the checks
	 */
	public static List<CheckResult> read(String probe, JsonNode answer) {
		HealthReader reader = new HealthReader(probe);
		reader.add("", answer, 0);
		return reader.results;
	}

	/**
	 * Return the probes that an answer says there are.
	 * @param answer the answer about the health as a whole
	 * @return the names of those that are known
	 */
	public static List<String> probes(JsonNode answer) {
		List<String> groups = new ArrayList<>();
		answer.path("groups").forEach((group) -> groups.add(group.asString("")));
		return PROBES.stream().filter(groups::contains).toList();
	}

	private void add(String name, JsonNode node, int depth) {
		if (this.results.size() >= MAX_CHECKS || depth > MAX_DEPTH || !node.isObject()) {
			return;
		}
		JsonNode details = node.path("details");
		String reason = text(details.path("reason").asString(details.path("error").asString("")), MAX_TEXT);
		JsonNode duration = details.path("durationMs");
		JsonNode status = node.path("status");
		String found = status.isString() ? status.asString() : "UNKNOWN";
		this.results.add(new CheckResult(this.probe, name, text(found, 40), reason.isEmpty() ? null : reason,
				duration.isNumber() ? (Long) duration.asLong() : null, time(details.path("lastChange").asString(""))));
		for (Map.Entry<String, JsonNode> part : node.path("components").properties()) {
			add(text(name.isEmpty() ? part.getKey() : name + "/" + part.getKey(), MAX_TEXT), part.getValue(),
					depth + 1);
		}
	}

	private static String text(String text, int max) {
		return text.substring(0, Math.min(text.length(), max));
	}

	private static @Nullable Instant time(String text) {
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
