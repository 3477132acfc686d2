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

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;
import io.sightline.pressure.Resource;
import io.sightline.pressure.Shortages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanDetail}.
 */
class SpanDetailTests {

	private final Pressure pressure = new Pressure();

	private final SpanDetail detail = new SpanDetail(this.pressure);

	@Test
	void leavesSpansAloneWithoutPressure() {
		SpanData span = span(StatusCode.UNSET);
		assertThat(this.detail.reduce(span)).isSameAs(span);
	}

	@Test
	void leavesFailedSpansAlone() {
		Shortages.of(this.pressure, Resource.HEAP);
		SpanData span = span(StatusCode.ERROR);
		assertThat(this.detail.reduce(span)).isSameAs(span);
		assertThat(this.pressure.shed(Detail.SPAN_ATTRIBUTES)).isZero();
	}

	@Test
	void leavesSpansWithExceptionsAlone() {
		Shortages.of(this.pressure, Resource.HEAP);
		ReadableSpan span = (ReadableSpan) SdkTracerProvider.builder().build().get("test").spanBuilder("a").startSpan();
		((Span) span).recordException(new IllegalStateException("handled"));
		SpanData data = span.toSpanData();
		assertThat(this.detail.reduce(data)).isSameAs(data);
	}

	@Test
	void keepsWhatIsEssential() {
		Shortages.of(this.pressure, Resource.CPU);
		SpanData reduced = this.detail.reduce(span(StatusCode.UNSET));
		assertThat(reduced.getAttributes()).isEqualTo(Attributes.of(AttributeKey.stringKey("http.route"), "/orders"));
		assertThat(reduced.getEvents()).isEmpty();
		assertThat(this.pressure.shed(Detail.SPAN_ATTRIBUTES)).isEqualTo(2);
		assertThat(this.pressure.shed(Detail.SPAN_EVENTS)).isOne();
	}

	@Test
	void tellsHowMuchThereWas() {
		Shortages.of(this.pressure, Resource.CPU);
		SpanData reduced = this.detail.reduce(span(StatusCode.UNSET));
		assertThat(reduced.getTotalAttributeCount()).isEqualTo(3);
		assertThat(reduced.getTotalRecordedEvents()).isOne();
	}

	@Test
	void staysTheSameSpanOtherwise() {
		Shortages.of(this.pressure, Resource.CPU);
		SpanData span = span(StatusCode.UNSET);
		SpanData reduced = this.detail.reduce(span);
		assertThat(reduced.getSpanContext()).isEqualTo(span.getSpanContext());
		assertThat(reduced.getParentSpanContext()).isEqualTo(span.getParentSpanContext());
		assertThat(reduced.getName()).isEqualTo(span.getName());
		assertThat(reduced.getEndEpochNanos()).isEqualTo(span.getEndEpochNanos());
		assertThat(reduced.getInstrumentationScopeInfo()).isEqualTo(span.getInstrumentationScopeInfo());
		assertThat(reduced.getResource()).isEqualTo(span.getResource());
	}

	private static SpanData span(StatusCode status) {
		var span = SdkTracerProvider.builder()
			.build()
			.get("test", "1")
			.spanBuilder("GET /orders")
			.setAttribute("http.route", "/orders")
			.setAttribute("user_agent.original", "curl")
			.setAttribute("cart.size", 3)
			.startSpan();
		span.addEvent("priced").setStatus(status);
		span.end();
		return ((ReadableSpan) span).toSpanData();
	}

}
