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
 * A service as the console shows it, by what it asked the service.
 *
 * @param plotted how many times it has a value of the meter of requests for
 * @param health the health
 * @param objectives the objectives
 */
public record ServiceView(int plotted, String health, List<String> objectives) {

	/**
	 * Nothing was seen of it.
	 */
	public static final ServiceView NOTHING = new ServiceView(0, "not shown", List.of());

	public ServiceView {
		objectives = List.copyOf(objectives);
	}

	static ServiceView of(JsonNode meter, JsonNode health, JsonNode slos) {
		int plotted = 0;
		for (JsonNode value : meter.at("/lines/0/values")) {
			plotted += value.isNumber() ? 1 : 0;
		}
		List<String> objectives = new ArrayList<>();
		slos.path("objectives")
			.forEach((entry) -> objectives.add(entry.path("objective").path("name").asString("unnamed")));
		return new ServiceView(plotted, health.at("/instances/0/status").asString("not shown"), objectives);
	}

	/**
	 * Return whether all of it is there.
	 * @return whether nothing is missing
	 */
	public boolean isWhole() {
		return this.plotted > 0 && "UP".equals(this.health) && !this.objectives.isEmpty();
	}

}
