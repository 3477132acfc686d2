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

package io.sightline.test;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class LeaksTests {

	private final TestRun run = new TestRun("test", new GenericApplicationContext());

	@Test
	void looksIntoTags() {
		this.run.record(new Meter.Id("orders", Tags.of("customer", "frida"), null, null, Meter.Type.COUNTER), 1);
		assertThat(new Leaks("frida").in(this.run)).containsExactly("tag 'customer' of the meter 'orders': frida");
		assertThat(new Leaks("hans").in(this.run)).isEmpty();
	}

	@Test
	void looksIntoExceptionsOfSpans() {
		add(Spans.withEvent("exception", Attributes.of(AttributeKey.stringKey("exception.message"), "no frida")));
		assertThat(new Leaks("frida").in(this.run))
			.containsExactly("event attribute 'exception.message' of the span 'any': no frida");
	}

	@Test
	void looksIntoSpansThatBelongToNoTrace() {
		SpanData stray = Spans.root(SpanKind.INTERNAL, "mail frida");
		this.run.strays().add(stray.getTraceId());
		this.run.add(stray);
		assertThat(new Leaks("frida").in(this.run)).containsExactly("name of a span: mail frida");
	}

	@Test
	void countsWhereItLooked() {
		Leaks leaks = new Leaks("frida");
		assertThat(leaks.in(this.run)).isEmpty();
		assertThat(leaks.places()).isZero();
		add(Spans.root(SpanKind.SERVER, "GET /"));
		leaks.in(this.run);
		assertThat(leaks.places()).isPositive();
	}

	private void add(SpanData span) {
		this.run.traces().add(span.getTraceId());
		this.run.add(span);
	}

}
