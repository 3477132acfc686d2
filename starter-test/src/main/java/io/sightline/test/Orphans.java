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
import java.util.List;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Finds spans that lost where they come from.
 */
final class Orphans {

	private Orphans() {
	}

	static List<String> in(List<Trace> traces, List<Trace> strays) {
		List<String> found = new ArrayList<>();
		for (Trace trace : traces) {
			for (SpanData span : trace.roots()) {
				if (span.getParentSpanContext().isValid() && !span.getParentSpanContext().isRemote()) {
					found
						.add(TraceTree.describe(span) + ": its parent " + span.getParentSpanId() + " was not exported");
				}
			}
		}
		for (Trace trace : strays) {
			trace.roots()
				.stream()
				.filter((span) -> !isScheduled(span))
				.forEach((span) -> found
					.add(TraceTree.describe(span) + ": begins a trace of its own, as it did not get its context"));
		}
		return found;
	}

	/**
	 * Whether a span is that of a {@code @Scheduled} method, which begins by itself.
	 */
	private static boolean isScheduled(SpanData span) {
		return span.getName().startsWith("task ");
	}

}
