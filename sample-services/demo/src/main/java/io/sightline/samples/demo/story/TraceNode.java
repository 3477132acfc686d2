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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.sightline.samples.demo.telemetry.Span;

/**
 * A span and what it caused.
 *
 * @param span the span
 * @param children what it caused, in the order of time
 */
record TraceNode(Span span, List<TraceNode> children) {

	private static final Comparator<Span> BY_TIME = Comparator.comparingLong(Span::startNanos);

	/**
	 * Arrange a trace. A span whose parent was not received is a root: what is missing
	 * shows, nothing is hidden.
	 * @param trace the spans of one trace
	 * @return the roots in the order of time
	 */
	static List<TraceNode> roots(List<Span> trace) {
		Set<String> ids = trace.stream().map(Span::spanId).collect(Collectors.toSet());
		Map<String, List<Span>> byParent = trace.stream().collect(Collectors.groupingBy(Span::parentId));
		return trace.stream()
			.filter((span) -> !ids.contains(span.parentId()))
			.sorted(BY_TIME)
			.map((span) -> of(span, byParent))
			.toList();
	}

	private static TraceNode of(Span span, Map<String, List<Span>> byParent) {
		return new TraceNode(span,
				byParent.getOrDefault(span.spanId(), List.of())
					.stream()
					.sorted(BY_TIME)
					.map((child) -> of(child, byParent))
					.toList());
	}

}
