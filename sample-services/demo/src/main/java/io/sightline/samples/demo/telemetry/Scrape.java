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

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a service answered to a scrape.
 *
 * @param status the HTTP status
 * @param samples the samples, none if the scrape failed
 */
public record Scrape(int status, List<Sample> samples) {

	public Scrape {
		samples = List.copyOf(samples);
	}

	/**
	 * Return the samples of a metric.
	 * @param name the name of the metric
	 * @return its samples
	 */
	public List<Sample> named(String name) {
		return this.samples.stream().filter((sample) -> sample.series().name().equals(name)).toList();
	}

	/**
	 * Return the value of each series.
	 * @return the values
	 */
	public Map<Sample.Series, Double> values() {
		return this.samples.stream().collect(Collectors.toMap(Sample::series, Sample::value, (first, second) -> first));
	}

	/**
	 * Return by how much series grew since an earlier scrape.
	 * @param earlier the earlier scrape
	 * @return the growth of each series that grew
	 */
	public Map<Sample.Series, Double> growthSince(Scrape earlier) {
		Map<Sample.Series, Double> before = earlier.values();
		Function<Sample, Double> growth = (sample) -> sample.value() - before.getOrDefault(sample.series(), 0.0);
		return this.samples.stream()
			.filter((sample) -> growth.apply(sample) > 0)
			.collect(Collectors.toMap(Sample::series, growth, (first, second) -> first));
	}

}
