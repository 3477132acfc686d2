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

package io.sightline.tracing.sampling;

import java.time.Duration;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.Resource;
import io.sightline.pressure.Shortages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what traces leave out under {@link Pressure}.
 */
class PressureTests {

	private final TailTracing tracing = new TailTracing(new TailLimits(640, 6_400_000, Duration.ofSeconds(30)));

	@AfterEach
	void accountIsBalanced() {
		this.tracing.close();
		assertThat(this.tracing.ledger.account().difference()).isZero();
	}

	@Test
	void recordsNothingInsideRequestsThatWereNotChosen() {
		Shortages.of(this.tracing.pressure, Resource.CPU);
		Span request = this.tracing.called("request");
		Span inside = this.tracing.start("inside", request);
		assertThat(request.isRecording()).isTrue();
		assertThat(inside.isRecording()).isFalse();
		inside.end();
		request.end();
		assertThat(this.tracing.ledger.account().dropped(SpanLedger.PRESSURE)).isOne();
	}

	@Test
	void keepsRequestThatFails() {
		Shortages.of(this.tracing.pressure, Resource.HEAP);
		Span request = this.tracing.start("request");
		this.tracing.start("inside", request).end();
		request.setAttribute("cart.size", 3).setStatus(StatusCode.ERROR).end();
		assertThat(this.tracing.keptNames()).containsExactly("request");
		assertThat(this.tracing.keptPartial()).containsExactly(true);
		assertThat(this.tracing.kept.get(0).getAttributes().size()).isEqualTo(2);
	}

	@Test
	void marksTraceThatLostSpansOnItsWay() {
		Span request = this.tracing.start("request");
		this.tracing.start("before", request).end();
		Shortages.of(this.tracing.pressure, Resource.CPU);
		this.tracing.start("under", request).end();
		request.setStatus(StatusCode.ERROR).end();
		assertThat(this.tracing.keptNames()).containsExactly("before", "request");
		assertThat(this.tracing.keptPartial()).containsExactly(true, true);
	}

	@Test
	void doesNotMarkTraceThatLostNothing() {
		Shortages.of(this.tracing.pressure, Resource.CPU);
		this.tracing.start("request").setStatus(StatusCode.ERROR).end();
		assertThat(this.tracing.keptPartial()).containsExactly(false);
	}

	@Test
	void recordsAllOfTraceThatIsKnownToBeKept() {
		Span request = this.tracing.start("request");
		this.tracing.start("failure", request).setStatus(StatusCode.ERROR).end();
		Shortages.of(this.tracing.pressure, Resource.CPU);
		this.tracing.start("consequence", request).end();
		request.end();
		assertThat(this.tracing.keptNames()).containsExactly("failure", "consequence", "request");
		assertThat(this.tracing.keptPartial()).containsOnly(false);
		assertThat(this.tracing.ledger.account().dropped(SpanLedger.PRESSURE)).isZero();
	}

	@Test
	void recordsEverythingAgainWhenItIsOver() {
		Shortages.of(this.tracing.pressure, Resource.HEAP);
		Shortages.of(this.tracing.pressure);
		Span request = this.tracing.start("request");
		this.tracing.start("inside", request).end();
		request.setStatus(StatusCode.ERROR).end();
		assertThat(this.tracing.keptNames()).containsExactlyInAnyOrder("inside", "request");
		assertThat(this.tracing.keptPartial()).containsExactly(false, false);
	}

	@Test
	void holdsLessWhileHeapIsShort() {
		for (int i = 0; i < 100; i++) {
			Span request = this.tracing.start("request " + i);
			this.tracing.start("inside", request).end();
		}
		assertThat(this.tracing.buffer.held()).isEqualTo(100);
		Shortages.of(this.tracing.pressure, Resource.HEAP);
		this.tracing.buffer.keepHouse();
		assertThat(this.tracing.buffer.held()).isLessThanOrEqualTo(10);
	}

}
