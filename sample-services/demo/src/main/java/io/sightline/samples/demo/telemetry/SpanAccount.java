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

/**
 * What became of the spans that a service made, as it says itself.
 *
 * @param created how many were made
 * @param exported how many were delivered
 * @param unsampled how many were left out
 * @param dropped how many were lost
 * @param queued how many wait
 */
public record SpanAccount(double created, double exported, double unsampled, double dropped, double queued) {

	private static final String ITEMS = "sightline_telemetry_items_total";

	private static final String QUEUE = "sightline_telemetry_queue_size";

	/**
	 * Reads the account in a scrape.
	 * @param scrape the scrape
	 * @return the account
	 */
	public static SpanAccount of(Scrape scrape) {
		return new SpanAccount(sum(scrape, ITEMS, "created"), sum(scrape, ITEMS, "exported"),
				sum(scrape, ITEMS, "unsampled"), sum(scrape, ITEMS, "dropped"), sum(scrape, QUEUE, ""));
	}

	private static double sum(Scrape scrape, String name, String outcome) {
		return scrape.named(name)
			.stream()
			.filter((sample) -> "spans".equals(sample.series().labels().get("signal"))
					&& outcome.equals(sample.series().labels().getOrDefault("outcome", "")))
			.mapToDouble(Sample::value)
			.sum();
	}

	/**
	 * Whether nothing waits any more.
	 * @return whether all is decided and delivered
	 */
	public boolean isQuiet() {
		return this.queued == 0;
	}

	/**
	 * What is created and not accounted for.
	 * @return the difference
	 */
	public double difference() {
		return this.created - this.exported - this.unsampled - this.dropped - this.queued;
	}

}
