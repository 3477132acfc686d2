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

package io.sightline.console.traces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spans of a trace below each other. A span whose parent is not there begins a tree
 * of its own. Nothing here recurses: how deep a trace is, its sender decides.
 */
final class TraceTree {

	private final List<SpanEntry> roots = new ArrayList<>();

	private final Map<String, List<SpanEntry>> children = new HashMap<>();

	private TraceTree() {
	}

	static TraceTree of(List<SpanEntry> spans) {
		TraceTree tree = new TraceTree();
		Map<String, SpanEntry> byId = new LinkedHashMap<>();
		// A sender that got no answer sends again: the first of the same id counts.
		spans.stream()
			.sorted(Comparator.comparingLong(SpanEntry::startNs))
			.forEach((span) -> byId.putIfAbsent(span.spanId(), span));
		for (SpanEntry span : byId.values()) {
			if (byId.containsKey(span.parentId()) && !isInCircle(span, byId)) {
				tree.children.computeIfAbsent(span.parentId(), (id) -> new ArrayList<>()).add(span);
			}
			else {
				tree.roots.add(span);
			}
		}
		return tree;
	}

	private static boolean isInCircle(SpanEntry span, Map<String, SpanEntry> byId) {
		Set<String> seen = new HashSet<>();
		SpanEntry above = byId.get(span.parentId());
		while (above != null && seen.add(above.spanId())) {
			if (above.spanId().equals(span.spanId())) {
				return true;
			}
			above = byId.get(above.parentId());
		}
		return false;
	}

	/**
	 * Return the spans from top to bottom.
	 * @return each span, followed by those below it
	 */
	List<TraceRow> rows() {
		long start = this.roots.stream().mapToLong(SpanEntry::startNs).min().orElse(0);
		Set<String> critical = CriticalPath.of(this);
		List<TraceRow> rows = new ArrayList<>();
		Deque<Placed> open = new ArrayDeque<>();
		pushAll(open, this.roots, 1);
		while (!open.isEmpty()) {
			Placed next = open.pop();
			SpanEntry span = next.span();
			List<SpanEntry> below = below(span);
			rows.add(TraceRow.of(span, next.level(), start, SelfTime.of(span, below), below.size(),
					critical.contains(span.spanId())));
			pushAll(open, below, next.level() + 1);
		}
		return rows;
	}

	private static void pushAll(Deque<Placed> open, List<SpanEntry> spans, int level) {
		for (int i = spans.size() - 1; i >= 0; i--) {
			open.push(new Placed(spans.get(i), level));
		}
	}

	List<SpanEntry> roots() {
		return this.roots;
	}

	List<SpanEntry> below(SpanEntry span) {
		return this.children.getOrDefault(span.spanId(), List.of());
	}

	/**
	 * A span at its place.
	 *
	 * @param span the span
	 * @param level how deep it lies, from 1
	 */
	private record Placed(SpanEntry span, int level) {
	}

}
