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

package io.sightline.metrics.cardinality;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sightline.metrics.cardinality.CardinalityReport.Overflow;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CardinalityReport} and {@link CardinalityMetrics}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CardinalityReportTests {

	private final CardinalityReport report = new CardinalityReport();

	@Test
	void namesOffenderOnce(CapturedOutput output) {
		overflow("orders", "user", 3);
		assertThat(output.getOut()).containsOnlyOnce("The tag 'user' of the meter 'orders' has more than 100 values")
			.contains("sightline.metrics.cardinality.meters[orders].values-per-tag");
	}

	@Test
	void tellsMetersWithTooManySeries(CapturedOutput output) {
		overflow("orders", CardinalityReport.ALL_TAGS, 1);
		assertThat(output).contains("The meter 'orders' has more than 100 series");
	}

	@Test
	void tellsTooManyNames(CapturedOutput output) {
		overflow(CardinalityReport.ALL_METERS, CardinalityReport.ALL_TAGS, 1);
		assertThat(output).contains("more than 100 names of meters");
	}

	@Test
	void listsWorstFirst() {
		overflow("orders", "user", 1);
		overflow("carts", "user", 3);
		assertThat(this.report.overflows()).containsExactly(new Overflow("carts", "user", 3, List.of("v0", "v1", "v2")),
				new Overflow("orders", "user", 1, List.of("v0")));
	}

	@Test
	void keepsLittleOfWhatHadNoRoom() {
		overflow("orders", "user", 10);
		this.report.overflowed("carts", "user", 100, "x".repeat(1000));
		assertThat(this.report.overflows()).extracting((overflow) -> overflow.samples().size()).containsExactly(3, 1);
		assertThat(this.report.overflows().get(1).samples().get(0)).hasSize(80);
	}

	@Test
	void publishesOffendersThatAreFoundBeforeAndAfterBinding() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		overflow("orders", "user", 2);
		new CardinalityMetrics(this.report).bindTo(registry);
		overflow("orders", "shop", 1);
		overflow("carts", "user", 1);
		Awaitility.await().untilAsserted(() -> assertThat(published(registry, "orders")).isEqualTo(3));
		Awaitility.await().untilAsserted(() -> assertThat(published(registry, "carts")).isEqualTo(1));
	}

	@Test
	void publishesOffenderFoundWhileCompositeAddsMeter() {
		SimpleMeterRegistry child = new SimpleMeterRegistry();
		child.config().meterFilter(new CardinalityLimit(CardinalityLimits.DEFAULTS, this.report));
		CompositeMeterRegistry composite = new CompositeMeterRegistry().add(child);
		new CardinalityMetrics(this.report).bindTo(composite);
		for (int i = 0; i <= 100; i++) {
			composite.counter("orders", "user", "u" + i).increment();
		}
		Awaitility.await().untilAsserted(() -> assertThat(published(composite, "orders")).isEqualTo(1));
	}

	private void overflow(String meter, String tag, int times) {
		for (int i = 0; i < times; i++) {
			this.report.overflowed(meter, tag, 100, "v" + i);
		}
	}

	private static double published(MeterRegistry registry, String meter) {
		return registry.get("sightline.cardinality.overflow").tag("meter", meter).functionCounter().count();
	}

}
