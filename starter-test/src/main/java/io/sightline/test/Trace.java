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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * The spans of one trace that were exported.
 *
 * @param id the trace id
 * @param spans its spans, in the order in which they began
 */
public record Trace(String id, List<SpanData> spans) {

	static List<Trace> of(Collection<SpanData> spans) {
		Map<String, List<SpanData>> traces = new LinkedHashMap<>();
		spans.stream()
			.sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
			.forEach((span) -> traces.computeIfAbsent(span.getTraceId(), (id) -> new ArrayList<>()).add(span));
		return traces.entrySet().stream().map((entry) -> new Trace(entry.getKey(), entry.getValue())).toList();
	}

	/**
	 * The spans whose parent was not exported here.
	 */
	List<SpanData> roots() {
		return this.spans.stream().filter((span) -> !has(span.getParentSpanId())).toList();
	}

	private boolean has(String spanId) {
		return this.spans.stream().anyMatch((span) -> span.getSpanId().equals(spanId));
	}

	List<SpanData> childrenOf(SpanData parent) {
		return this.spans.stream().filter((span) -> span.getParentSpanId().equals(parent.getSpanId())).toList();
	}

	/**
	 * What is below a span.
	 */
	Stream<SpanData> below(SpanData parent) {
		return childrenOf(parent).stream().flatMap((child) -> Stream.concat(Stream.of(child), below(child)));
	}

	/**
	 * Draws the trace as a tree.
	 */
	@Override
	public String toString() {
		return TraceTree.draw(this);
	}

}
