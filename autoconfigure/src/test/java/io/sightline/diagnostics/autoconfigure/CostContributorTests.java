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

package io.sightline.diagnostics.autoconfigure;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.ledger.SignalLedger;
import io.sightline.metrics.cardinality.CardinalityLimit;
import io.sightline.metrics.cardinality.CardinalityLimits;
import io.sightline.metrics.cardinality.CardinalityReport;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CostContributor} and {@link SeriesCost}.
 */
class CostContributorTests {

	private final SignalLedger ledger = new SignalLedger("logs", List.of(), () -> 0, 10);

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	@Test
	void tellsWhatLeavesInADay() {
		this.ledger.export(20);
		this.ledger.size().add(2, 1000);
		assertThat(cost()).asString()
			.contains("signal=logs, itemsPerSecond=2.0, itemsPerDay=172800, bytesPerItem=500, bytesPerSecond=1000, "
					+ "bytesPerDay=86400000");
	}

	@Test
	void inventsNoBytes() {
		this.ledger.export(20);
		assertThat(cost()).asString().contains("itemsPerDay=172800", "nobody measures").doesNotContain("bytesPer");
	}

	@Test
	void countsSeriesByTheirNamesAndTags() {
		CardinalityLimit limit = new CardinalityLimit(CardinalityLimits.DEFAULTS, new CardinalityReport());
		this.beans.registerSingleton("limit", limit);
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		registry.config().meterFilter(limit);
		Counter.builder("orders").tag("kind", "a").register(registry);
		Counter.builder("orders").tag("kind", "b").register(registry);
		assertThat(cost()).asString().contains("signal=metrics, series=2, bytesPerScrape=84, bytesPerSecond=6");
	}

	private Object cost() {
		SeriesCost series = new SeriesCost(this.beans.getBeanProvider(CardinalityLimit.class));
		return new CostContributor(() -> List.of(this.ledger), series::read, () -> 10_000).details();
	}

	@Test
	void knowsNothingOfSeriesWithoutLimit() {
		assertThat(new SeriesCost(this.beans.getBeanProvider(CardinalityLimit.class)).read()).isNull();
		assertThat(new CostContributor(List::of, () -> null, () -> 1).details()).isEqualTo(List.<Map<String, ?>>of());
	}

}
