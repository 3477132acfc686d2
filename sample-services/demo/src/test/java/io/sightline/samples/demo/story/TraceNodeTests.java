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

class TraceNodeTests {

	@Test
	void hangsSpansBelowTheirParentsInTheOrderOfTime() {
		List<TraceNode> roots = TraceNode.roots(List.of(span("c", "a", 3), span("b", "a", 2), span("a", "client", 1)));
		assertThat(roots).singleElement().satisfies((root) -> {
			assertThat(root.span().spanId()).isEqualTo("a");
			assertThat(root.children()).extracting((child) -> child.span().spanId()).containsExactly("b", "c");
		});
	}

	@Test
	void showsASpanWhoseParentIsMissingAsARoot() {
		assertThat(TraceNode.roots(List.of(span("a", "client", 1), span("z", "lost", 2))))
			.extracting((root) -> root.span().spanId())
			.containsExactly("a", "z");
	}

	@Test
	void endsOnSpansThatAreEachOthersParents() {
		assertThat(TraceNode.roots(List.of(span("a", "b", 1), span("b", "a", 2), span("c", "c", 3)))).isEmpty();
	}

	private static Span span(String id, String parent, long start) {
		return new Span("t", id, parent, "service", "name", Span.Kind.INTERNAL, start, start + 1, false, Map.of());
	}

}
