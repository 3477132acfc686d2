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

package io.sightline.samples.demo.traffic;

import java.util.Map;

import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.Scrape;

/**
 * An order that goes well, and the metrics around it.
 *
 * @param order the order
 * @param before the metrics of each service before it
 * @param after the metrics of each service after it
 */
public record Checkout(Exchange order, Map<SampleService, Scrape> before, Map<SampleService, Scrape> after) {

	public Checkout {
		before = Map.copyOf(before);
		after = Map.copyOf(after);
	}

	/**
	 * Return the trace the order is in.
	 * @return the trace id
	 */
	public String traceId() {
		return this.order.context().traceId();
	}

}
