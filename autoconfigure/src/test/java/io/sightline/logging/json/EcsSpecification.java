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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What Elastic's ECS logging specification asks of a line (its {@code spec/spec.json}),
 * as rules: which fields come first, which are required, of which type each is, and which
 * names labels may have.
 */
final class EcsSpecification {

	private static final Predicate<Object> DATE = (value) -> value instanceof String text
			&& Instant.parse(text) != null;

	private static final Predicate<Object> STRING = String.class::isInstance;

	private static final Predicate<Object> INTEGER = Integer.class::isInstance;

	private static final List<String> FIRST = List.of("@timestamp", "log.level", "message");

	private static final Set<String> REQUIRED = Set.of("@timestamp", "log.level", "ecs.version");

	private static final Map<String, Predicate<Object>> FIELDS = Map.ofEntries(Map.entry("@timestamp", DATE),
			Map.entry("log.level", STRING), Map.entry("message", STRING), Map.entry("ecs.version", STRING),
			Map.entry("trace.id", STRING), Map.entry("transaction.id", STRING), Map.entry("service.name", STRING),
			Map.entry("service.node.name", STRING),
			Map.entry("event.dataset", (value) -> value instanceof String text && isDataset(text)),
			Map.entry("process.thread.name", STRING), Map.entry("log.logger", STRING),
			Map.entry("log.origin.file.line", INTEGER), Map.entry("log.origin.file.name", STRING),
			Map.entry("log.origin.function", STRING), Map.entry("error.type", STRING),
			Map.entry("error.message", STRING), Map.entry("error.stack_trace", STRING));

	/**
	 * Fields that the specification leaves to ECS 8.11 itself.
	 */
	private static final Map<String, Predicate<Object>> FURTHER = Map.ofEntries(
			Map.entry("service.environment", STRING), Map.entry("service.version", STRING),
			Map.entry("span.id", STRING), Map.entry("http.request.id", STRING),
			Map.entry("http.request.method", STRING), Map.entry("url.path", STRING), Map.entry("user.id", STRING),
			Map.entry("client.ip", STRING), Map.entry("user_agent.original", STRING),
			Map.entry("tags", (value) -> value instanceof List<?> tags && tags.stream().allMatch(STRING)));

	private static final String LABELS = "labels.";

	private static final String CUSTOM = "app.";

	private EcsSpecification() {
	}

	/**
	 * What is wrong with a line.
	 */
	static List<String> violations(Map<String, Object> line) {
		List<String> violations = new ArrayList<>();
		List<String> names = List.copyOf(line.keySet());
		List<String> first = FIRST.stream().filter(line::containsKey).toList();
		if (!names.subList(0, Math.min(first.size(), names.size())).equals(first)) {
			violations.add("begins with " + names.subList(0, Math.min(FIRST.size(), names.size())));
		}
		REQUIRED.stream().filter((name) -> !line.containsKey(name)).forEach((name) -> violations.add("no " + name));
		line.forEach((name, value) -> {
			if (!isValid(name, value)) {
				violations.add(name + "=" + value);
			}
		});
		// A value under the name of an object is refused by the index.
		names.stream()
			.filter((name) -> names.stream().anyMatch((other) -> other.startsWith(name + ".")))
			.forEach((name) -> violations.add(name + " is an object, too"));
		return violations;
	}

	private static boolean isValid(String name, @Nullable Object value) {
		if (name.startsWith(LABELS)) {
			return !name.substring(LABELS.length()).matches("(?s).*[.*\\\\].*") && value instanceof String;
		}
		if (name.startsWith(CUSTOM)) {
			return !name.substring(CUSTOM.length()).contains(".");
		}
		Predicate<Object> type = FIELDS.getOrDefault(name, FURTHER.get(name));
		return type != null && value != null && type.test(value);
	}

	private static boolean isDataset(String text) {
		return text.length() <= 100 && !text.matches("(?s).*[\\\\/*?\"<>| ,#:\\p{Lu}-].*");
	}

}
