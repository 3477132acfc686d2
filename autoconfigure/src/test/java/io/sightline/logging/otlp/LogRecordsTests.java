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

package io.sightline.logging.otlp;

import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.sightline.logging.CapturedEvent;
import io.sightline.logging.json.TextPolicy;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogRecords}.
 */
class LogRecordsTests {

	private final LogRecords records = Events.records(TextPolicy.NONE);

	@Test
	void saysWhatHappenedWhenAndWhere() {
		CapturedEvent event = Events.of("shop.Orders", "Order taken", null);
		LogRecordData record = record(event);
		assertThat(record.getBodyValue()).isNotNull().extracting((body) -> body.asString()).isEqualTo("Order taken");
		assertThat(record.getSeverity()).isEqualTo(Severity.WARN);
		assertThat(record.getSeverityText()).isEqualTo("WARN");
		assertThat(record.getTimestampEpochNanos() / 1_000_000).isEqualTo(event.getTimeStamp());
		assertThat(record.getInstrumentationScopeInfo().getName()).isEqualTo("shop.Orders");
		assertThat(record.getResource()).isEqualTo(Resource.getDefault());
		assertThat(record.getAttributes().get(AttributeKey.stringKey("thread.name")))
			.isEqualTo(Thread.currentThread().getName());
	}

	@Test
	void keepsTypesOfValues() {
		LogRecordData record = record(Events.of("shop", "Paid", null, new KeyValuePair("count", 3),
				new KeyValuePair("amount", 9.5), new KeyValuePair("express", true), new KeyValuePair("id", "o-1"),
				new KeyValuePair("items", List.of("a", "b")), new KeyValuePair("address", Map.of("city", "Bern"))));
		assertThat(record.getAttributes().asMap()).containsEntry(AttributeKey.longKey("count"), 3L)
			.containsEntry(AttributeKey.doubleKey("amount"), 9.5)
			.containsEntry(AttributeKey.booleanKey("express"), true)
			.containsEntry(AttributeKey.stringKey("id"), "o-1")
			.containsEntry(AttributeKey.stringArrayKey("items"), List.of("a", "b"))
			.containsEntry(AttributeKey.stringKey("address"), "{\"city\":\"Bern\"}");
	}

	@Test
	void belongsToTheSpanOfTheEvent() {
		SpanContext span = SpanContext.create("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7",
				TraceFlags.getSampled(), TraceState.getDefault());
		CapturedEvent event;
		try (Scope scope = Context.root().with(Span.wrap(span)).makeCurrent()) {
			event = Events.of("shop", "Paid", null);
		}
		assertThat(record(event).getSpanContext()).isEqualTo(span);
		assertThat(record(Events.of("shop", "Paid", null)).getSpanContext().isValid()).isFalse();
	}

	@Test
	void tellsWhatWasThrown() {
		LogRecordData record = record(Events.of("shop", "Failed", new IllegalStateException("no stock")));
		assertThat(record.getAttributes().get(AttributeKey.stringKey("exception.type")))
			.isEqualTo("java.lang.IllegalStateException");
		assertThat(record.getAttributes().get(AttributeKey.stringKey("exception.message"))).isEqualTo("no stock");
		assertThat(record.getAttributes().get(AttributeKey.stringKey("exception.stacktrace"))).contains("Tests");
	}

	@Test
	void masksWhatLinesMask() {
		LogRecords masking = Events.records(new TextPolicy() {
			@Override
			public String text(String text) {
				return text.replace("4111", "***");
			}

			@Override
			public Object value(String key, Object value) {
				return key.equals("password") ? "***" : value;
			}
		});
		masking.add(Events.of("shop", "Card 4111", null, new KeyValuePair("password", "hunter2")));
		assertThat(masking.take().toString()).contains("Card ***").doesNotContain("4111", "hunter2");
	}

	@Test
	void returnsNoRecordTwice() {
		assertThat(record(Events.of("shop", "one", null))).isNotNull();
		assertThat(this.records.take()).isEmpty();
	}

	private LogRecordData record(CapturedEvent event) {
		this.records.add(event);
		return this.records.take().get(0);
	}

}
