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

import java.util.List;

/**
 * What arrived together.
 *
 * @param spans spans
 * @param logs lines of logs
 * @param points values of meters
 */
public record Batch(List<Span> spans, List<LogLine> logs, List<Point> points) {

	public Batch {
		spans = List.copyOf(spans);
		logs = List.copyOf(logs);
		points = List.copyOf(points);
	}

	/**
	 * Return how many items these are.
	 * @return the number of items
	 */
	public int size() {
		return this.spans.size() + this.logs.size() + this.points.size();
	}

}
