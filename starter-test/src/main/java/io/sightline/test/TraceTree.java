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

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Draws traces for people who want to know why a test fails.
 */
final class TraceTree {

	private static final int MAX_ATTRIBUTE = 60;

	private final StringBuilder text = new StringBuilder();

	private final Trace trace;

	private TraceTree(Trace trace) {
		this.trace = trace;
	}

	static String draw(Trace trace) {
		TraceTree tree = new TraceTree(trace);
		tree.text.append("trace ").append(trace.id());
		tree.draw("", trace.roots());
		return tree.text.toString();
	}

	static String draw(List<Trace> traces) {
		return traces.isEmpty() ? "(no trace)" : traces.stream().map(TraceTree::draw).collect(Collectors.joining("\n"));
	}

	private void draw(String indent, List<SpanData> spans) {
		for (int i = 0; i < spans.size(); i++) {
			boolean last = i == spans.size() - 1;
			SpanData span = spans.get(i);
			this.text.append('\n').append(indent).append(last ? "└─ " : "├─ ").append(describe(span));
			draw(indent + (last ? "   " : "│  "), this.trace.childrenOf(span));
		}
	}

	static String describe(SpanData span) {
		double millis = (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1e6;
		String attributes = span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey().getKey() + "=" + cut(entry.getValue().toString()))
			.sorted()
			.collect(Collectors.joining(", ", " {", "}"));
		return span.getKind() + " '" + span.getName() + "' " + String.format(Locale.ROOT, "%.1f", millis) + " ms"
				+ (SpanFacts.isFailed(span) ? " FAILED" : "") + attributes;
	}

	private static String cut(String value) {
		return (value.length() > MAX_ATTRIBUTE) ? value.substring(0, MAX_ATTRIBUTE) + "…" : value;
	}

}
