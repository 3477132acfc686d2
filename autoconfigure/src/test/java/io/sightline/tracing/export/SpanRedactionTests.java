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

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanRedaction}, by what leaves.
 */
class SpanRedactionTests {

	private static final String SECRET = "hunter2hunter2";

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final ExportFixture export = ExportFixture.to(this.exporter);

	@AfterEach
	void close() {
		this.export.close();
	}

	@Test
	void redactsAttributes() {
		SpanData span = export(this.export.start("span")
			.setAttribute("user.password", SECRET)
			.setAttribute("url.full", "https://me:" + SECRET + "@shop/?token=" + SECRET)
			.setAttribute("note", "password=" + SECRET)
			.setAttribute(AttributeKey.stringArrayKey("notes"), List.of("fine", "password=" + SECRET)));
		assertThat(span.getAttributes().asMap().toString()).doesNotContain(SECRET).contains("fine", "shop");
	}

	@Test
	void redactsEventsAndExceptions() {
		SpanData span = export(this.export.start("span")
			.addEvent("login", Attributes.builder().put("password", SECRET).build())
			.recordException(new IllegalStateException("password=" + SECRET)));
		assertThat(span.getEvents()).hasSize(2)
			.allSatisfy((event) -> assertThat(event.getAttributes().toString()).doesNotContain(SECRET));
		assertThat(span.getEvents().get(1).getAttributes().toString()).contains("IllegalStateException");
	}

	@Test
	void redactsLinksStatusAndName() {
		SpanContext other = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
				TraceFlags.getSampled(), TraceState.getDefault());
		SpanData span = export(this.export.start("GET ?password=" + SECRET)
			.addLink(other, Attributes.builder().put("api_key", SECRET).build())
			.setStatus(StatusCode.ERROR, "password=" + SECRET));
		assertThat(span.getName() + span.getLinks() + span.getStatus()).doesNotContain(SECRET);
		assertThat(span.getLinks().get(0).getSpanContext()).isEqualTo(other);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void keepsWhatIsHarmless() {
		SpanData span = export(this.export.start("span")
			.setAttribute("http.route", "/orders/{id}")
			.setAttribute("count", 7)
			.setAttribute("ratio", 0.5)
			.setAttribute("ok", true)
			.setAttribute(AttributeKey.longArrayKey("counts"), List.of(1L, 2L)));
		assertThat(span.getAttributes()).isEqualTo(Attributes.builder()
			.put("http.route", "/orders/{id}")
			.put("count", 7)
			.put("ratio", 0.5)
			.put("ok", true)
			.put(AttributeKey.longArrayKey("counts"), List.of(1L, 2L))
			.build());
	}

	@Test
	void takesLastWordOffWhatWasCut() {
		SpanData span = export(this.export.start("span").setAttribute("text", "word ".repeat(818) + "secret"));
		assertThat(span.getAttributes().get(AttributeKey.stringKey("text"))).hasSizeLessThan(4096).endsWith("word…");
	}

	private SpanData export(Span span) {
		span.end();
		Awaitility.await().until(() -> !this.exporter.getFinishedSpanItems().isEmpty());
		return this.exporter.getFinishedSpanItems().get(0);
	}

}
