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

package io.sightline.console.page;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.sightline.console.ConsoleClient;
import io.sightline.console.Otlp;

import static org.awaitility.Awaitility.await;

/**
 * What the page is shown with.
 */
final class Sample {

	static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

	static final String CHECKOUT = Otlp.traceId(0xc0ffee);

	private Sample() {
	}

	/**
	 * Send a checkout over two services, hostile texts, two hundred requests of which
	 * some are slow, and a trace of a thousand spans.
	 * @param console the console
	 * @param culprit what slow requests share
	 */
	static void send(ConsoleClient console, String culprit) {
		console.traces(Otlp.of("order-service")
			.span(new Otlp.Piece(0xc0ffee, 1, 0, SpanKind.SPAN_KIND_SERVER, "POST /orders"), 0, 300, false)
			.span(new Otlp.Piece(0xc0ffee, 2, 1, SpanKind.SPAN_KIND_CLIENT, "POST /payments"), 50, 200, true)
			.span(new Otlp.Piece(0xbad, 9, 0, SpanKind.SPAN_KIND_SERVER, HOSTILE), 0, 5, true, HOSTILE, HOSTILE));
		console.traces(Otlp.of("payment-service")
			.span(new Otlp.Piece(0xc0ffee, 3, 2, SpanKind.SPAN_KIND_SERVER, "POST /payments"), 60, 180, true));
		console.logs(Otlp.of("payment-service").line(17, "card declined", 0xc0ffee, 3).line(9, HOSTILE, 0xbad, 9));
		Otlp events = Otlp.of("order-service");
		for (int i = 1; i <= 200; i++) {
			String cell = "v" + i % 4;
			events.span(new Otlp.Piece(0x1000 + i, 0x1000 + i, 0, SpanKind.SPAN_KIND_SERVER, "GET /things/{id}"),
					-50L * i, cell.equals(culprit) ? 900 : 20, false, "cell", cell);
		}
		console.traces(events);
		Otlp large = Otlp.of("order-service");
		for (int i = 1; i <= 1000; i++) {
			large.span(new Otlp.Piece(0x1a, 0x9000 + i, (i == 1) ? 0 : 0x9000 + i / 2, SpanKind.SPAN_KIND_INTERNAL,
					"step " + i), i, 10, false);
		}
		console.traces(large);
		await().until(() -> console.get("/api/overview").at("/store/spans/rows").asLong() == 1204);
		await().until(() -> console.get("/api/overview").at("/store/logs/rows").asLong() == 2);
	}

}
