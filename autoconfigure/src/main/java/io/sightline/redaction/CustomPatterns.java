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

package io.sightline.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All patterns of the application's. They see the same text, and together may not take
 * longer than one of them.
 */
final class CustomPatterns {

	private final List<CustomPattern> patterns;

	private final Replacement replacement;

	CustomPatterns(Map<String, String> patterns, Replacement replacement) {
		this.patterns = patterns.entrySet()
			.stream()
			.map((entry) -> new CustomPattern(entry.getKey(), entry.getValue()))
			.toList();
		this.replacement = replacement;
	}

	boolean isEmpty() {
		return this.patterns.isEmpty();
	}

	/**
	 * Redact a text.
	 * @param text the text
	 * @param limit number of characters of the text that are wanted
	 * @return what may be shown
	 */
	String redact(String text, int limit) {
		List<Long> spans = find(new MeteredText(text));
		if (spans.isEmpty()) {
			return TextScanner.cut(text, limit);
		}
		StringBuilder redacted = new StringBuilder();
		int copied = 0;
		for (int i = 0; i < spans.size() && Span.start(spans.get(i)) < limit; i++) {
			int start = Span.start(spans.get(i));
			int end = Span.end(spans.get(i));
			for (; i + 1 < spans.size() && Span.start(spans.get(i + 1)) < end; i++) {
				end = Math.max(end, Span.end(spans.get(i + 1)));
			}
			redacted.append(text, copied, start).append(this.replacement.inText(text.substring(start, end)));
			copied = end;
		}
		return redacted.append(text, copied, Math.max(copied, Math.min(limit, text.length()))).toString();
	}

	private List<Long> find(MeteredText text) {
		List<Long> spans = new ArrayList<>();
		this.patterns.forEach((pattern) -> pattern.find(text, spans));
		spans.removeIf((span) -> Replacement.covers(text.toString(), Span.start(span), Span.end(span)));
		spans.sort(null);
		return spans;
	}

}
