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

package io.sightline.console.scrape;

import java.util.List;

import io.sightline.console.health.HealthBoard;
import io.sightline.console.slo.SloBoard;
import io.sightline.console.store.Batch;
import io.sightline.console.store.Point;

/**
 * Where what targets say goes.
 *
 * @param store takes values of meters
 * @param exemplars takes requests that stand for others
 * @param health takes what checks found
 * @param slos takes objectives
 */
record Boards(Store store, ScrapedExemplars exemplars, HealthBoard health, SloBoard slos) {

	private static final int POINT = 64;

	boolean keep(List<Point> points) {
		return this.store.offer(new Batch(List.of(), List.of(), points), (long) points.size() * POINT);
	}

	/**
	 * Takes values of meters.
	 */
	interface Store {

		boolean offer(Batch batch, long size);

	}

}
