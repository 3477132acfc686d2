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

package io.sightline.samples.demo.story;

import java.util.List;
import java.util.Map;

import io.sightline.samples.demo.telemetry.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaterfallTests {

	@Test
	void drawsTreeAndBarsOnOneTimeAxis() {
		assertThat(Waterfall.draw(List.of(span("a", "", 0, 24, false), span("b", "a", 0, 6, false),
				span("c", "b", 3, 6, true), span("d", "a", 12, 24, false))))
			.containsExactly("s  a        server   ▏████████████████████████▕     24.0 ms",
					"├─ s  b     server   ▏██████                  ▕      6.0 ms",
					"│  └─ s  c  server   ▏   ███                  ▕      3.0 ms  ERROR",
					"└─ s  d     server   ▏            ████████████▕     12.0 ms");
	}

	@Test
	void showsEvenTheShortestSpan() {
		assertThat(Waterfall.draw(List.of(span("a", "", 0, 1000, false), span("b", "a", 1000, 1000, false)))).last()
			.asString()
			.contains("▏                       █▕");
	}

	@Test
	void drawsNothingWithoutSpans() {
		assertThat(Waterfall.draw(List.of())).isEmpty();
	}

	@Test
	void cutsNamesThatAreTooLong() {
		assertThat(Waterfall.draw(List.of(span("n".repeat(500), "", 0, 1, false)))).singleElement()
			.asString()
			.hasSizeLessThan(130)
			.contains("…");
	}

	private static Span span(String id, String parent, long startMillis, long endMillis, boolean failed) {
		return new Span("t", id, parent, "s", id, Span.Kind.SERVER, startMillis * 1_000_000, endMillis * 1_000_000,
				failed, Map.of());
	}

}
