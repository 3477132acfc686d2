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

package io.sightline.tracing.export;

import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.trace.Span;
import io.sightline.ledger.SignalLedger;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.Resource;
import io.sightline.pressure.Shortages;
import io.sightline.tracing.sampling.SpanLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the export of spans leaves out under {@link Pressure}.
 */
class PressureTests {

	private final Collector collector = new Collector();

	private final ExportFixture export = ExportFixture.otlp(this.collector.url());

	@AfterEach
	void stop() {
		this.collector.accept();
		this.export.close();
		this.collector.close();
		assertThat(account().difference()).isZero();
	}

	@Test
	void leavesOutAttributes() {
		Shortages.of(this.export.pressure, Resource.QUEUE);
		this.export.start("request").setAttribute("http.route", "/orders").setAttribute("cart.size", 3).end();
		this.export.pipeline.forceFlush().join(5, TimeUnit.SECONDS);
		assertThat(this.collector.names()).containsExactly("request");
		assertThat(this.collector.spans.get(0).getAttributesList()).singleElement()
			.hasFieldOrPropertyWithValue("key", "http.route");
		assertThat(this.collector.spans.get(0).getDroppedAttributesCount()).isOne();
	}

	@Test
	void letsGoOfWhatWaitsButErrorsWhenHeapIsShort() {
		this.collector.answer(503);
		this.export.trace(70);
		this.export.fail("grave");
		Shortages.of(this.export.pressure, Resource.HEAP);
		assertThat(account().queued()).isLessThanOrEqualTo(ExportFixture.SETTINGS.batchSize() + 100 / 8);
		assertThat(account().dropped(SpanLedger.PRESSURE)).isGreaterThan(40);
		assertThat(this.export.pressure.shed(Detail.SPANS)).isEqualTo(account().dropped(SpanLedger.PRESSURE));
		this.collector.accept();
		this.export.pipeline.forceFlush().join(10, TimeUnit.SECONDS);
		assertThat(this.collector.names()).contains("grave");
	}

	@Test
	void marksWhatIsLeftOfTraceThatLostSpans() {
		this.collector.answer(503);
		this.export.trace("on its way");
		Awaitility.await().until(() -> !this.collector.attempts.isEmpty());
		Span request = this.export.start("request");
		this.export.inside("first", request);
		this.export.trace(40);
		Shortages.of(this.export.pressure, Resource.HEAP);
		this.collector.accept();
		this.export.pipeline.forceFlush().join(10, TimeUnit.SECONDS);
		Shortages.of(this.export.pressure);
		this.export.trace("whole");
		request.end();
		this.export.pipeline.forceFlush().join(10, TimeUnit.SECONDS);
		assertThat(this.collector.names()).doesNotContain("first");
		assertThat(partial("request")).isTrue();
		assertThat(partial("whole")).isFalse();
	}

	private boolean partial(String name) {
		return this.collector.spans.stream()
			.filter((span) -> span.getName().equals(name))
			.flatMap((span) -> span.getAttributesList().stream())
			.anyMatch((attribute) -> attribute.getKey().equals("sightline.partial"));
	}

	@Test
	void knowsHowFullItsQueueIs() {
		this.collector.answer(503);
		this.export.trace(70);
		assertThat(this.export.pipeline.fill()).isBetween(0.5, 0.71);
	}

	private SignalLedger account() {
		return this.export.account();
	}

}
