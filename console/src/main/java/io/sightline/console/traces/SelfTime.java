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

import java.util.Comparator;
import java.util.List;

/**
 * The time of a span that none of those below it accounts for.
 */
final class SelfTime {

	private SelfTime() {
	}

	static long of(SpanEntry span, List<SpanEntry> below) {
		long covered = 0;
		long until = span.startNs();
		for (SpanEntry child : below.stream().sorted(Comparator.comparingLong(SpanEntry::startNs)).toList()) {
			long from = Math.max(until, child.startNs());
			long to = Math.min(span.endNs(), child.endNs());
			if (to > from) {
				covered += to - from;
				until = to;
			}
		}
		return span.durationNs() - covered;
	}

}
