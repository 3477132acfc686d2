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

package io.sightline.console.sources;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.sightline.console.api.SourceException;
import tools.jackson.databind.JsonNode;

/**
 * Meters of a Prometheus, by its HTTP API.
 */
final class Prometheus {

	private static final int MAX_SERIES = 50;

	private final Remote remote;

	private final InstantSource clock;

	Prometheus(Remote remote, InstantSource clock) {
		this.remote = remote;
		this.clock = clock;
	}

	RangeAnswer range(MeterQuestion question) throws SourceException {
		long step = question.step().toSeconds();
		long end = this.clock.millis() / 1000;
		Map<String, String> parameters = Map.of("query", question.query(), "start",
				Long.toString(end - question.since().toSeconds()), "end", Long.toString(end), "step",
				Long.toString(step));
		List<JsonNode> found = Texts
			.list(this.remote.get("/api/v1/query_range", parameters).path("data").path("result"));
		return new RangeAnswer(question.query(), step,
				found.stream().limit(MAX_SERIES).map(Prometheus::series).toList(), found.size() > MAX_SERIES);
	}

	private static RangeAnswer.Series series(JsonNode series) {
		Map<String, String> labels = new TreeMap<>();
		series.path("metric").forEachEntry((name, value) -> labels.put(name, Texts.cut(value.asString(""))));
		List<RangeAnswer.Value> points = new ArrayList<>();
		for (JsonNode point : Texts.list(series.path("values"))) {
			double value = number(point.path(1).asString(""));
			if (Double.isFinite(value)) {
				points.add(new RangeAnswer.Value(Math.round(point.path(0).asDouble(0) * 1e6), value));
			}
		}
		return new RangeAnswer.Series(labels, points);
	}

	private static double number(String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

}
