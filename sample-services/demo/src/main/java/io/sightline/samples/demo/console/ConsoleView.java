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

package io.sightline.samples.demo.console;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A trace as the console shows it.
 *
 * @param status the HTTP status of its answer, 0 if there was none
 * @param spanIds the spans
 * @param talkers the services with log lines, one for each line
 * @param user user-service, as the console shows it
 */
public record ConsoleView(int status, List<String> spanIds, List<String> talkers, ServiceView user) {

	public ConsoleView {
		spanIds = List.copyOf(spanIds);
		talkers = List.copyOf(talkers);
	}

	static ConsoleView of(int status, JsonNode trace) {
		return new ConsoleView(status, texts(trace.path("spans"), "span_id"), texts(trace.path("logs"), "service"),
				ServiceView.NOTHING);
	}

	/**
	 * Return this with what is shown of user-service.
	 * @param shown what is shown
	 * @return both
	 */
	public ConsoleView with(ServiceView shown) {
		return new ConsoleView(this.status, this.spanIds, this.talkers, shown);
	}

	private static List<String> texts(JsonNode nodes, String field) {
		List<String> texts = new ArrayList<>();
		nodes.forEach((node) -> texts.add(node.path(field).asString("")));
		return texts;
	}

}
