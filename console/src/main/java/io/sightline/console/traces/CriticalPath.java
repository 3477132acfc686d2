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
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Those spans of which, had they been shorter, the whole would have been shorter: from
 * the end backwards, whatever was waited for last.
 */
final class CriticalPath {

	private final TraceTree tree;

	private final Set<String> spans = new HashSet<>();

	private final Deque<Wait> open = new ArrayDeque<>();

	private CriticalPath(TraceTree tree) {
		this.tree = tree;
	}

	/**
	 * Find the path through a trace.
	 * @param tree the trace
	 * @return the ids of the spans on it
	 */
	static Set<String> of(TraceTree tree) {
		CriticalPath path = new CriticalPath(tree);
		tree.roots()
			.stream()
			.max(Comparator.comparingLong(SpanEntry::durationNs))
			.ifPresent((root) -> path.walk(new Wait(root, root.endNs())));
		return path.spans;
	}

	private void walk(Wait first) {
		this.open.push(first);
		while (!this.open.isEmpty()) {
			Wait wait = this.open.pop();
			this.spans.add(wait.span().spanId());
			follow(wait);
		}
	}

	private void follow(Wait wait) {
		long until = Math.min(wait.span().endNs(), wait.until());
		boolean last = true;
		List<SpanEntry> latestFirst = this.tree.below(wait.span())
			.stream()
			.sorted(Comparator.comparingLong(SpanEntry::endNs).reversed())
			.toList();
		for (SpanEntry child : latestFirst) {
			// One that outlives its parent is waited for only while the parent lasts.
			if (child.startNs() < until && (last || child.endNs() <= until)) {
				this.open.push(new Wait(child, until));
				until = child.startNs();
				last = false;
			}
		}
	}

	/**
	 * A span that is waited for.
	 *
	 * @param span the span
	 * @param until up to when
	 */
	private record Wait(SpanEntry span, long until) {
	}

}
