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

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of the application's. It sees windows of the text, so that the
 * cost of a bad one stays in bounds, and these overlap, so that no secret is cut in two.
 */
final class CustomPattern {

	static final int WINDOW = 4096;

	static final int OVERLAP = WINDOW / 2;

	private static final String GROUP = "secret";

	private final Pattern pattern;

	private final boolean grouped;

	CustomPattern(String name, String expression) {
		try {
			this.pattern = Pattern.compile(expression);
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidRedactionPatternException(name, expression, ex.getDescription(), ex);
		}
		this.grouped = expression.contains("(?<" + GROUP + ">");
	}

	void find(MeteredText text, List<Long> spans) {
		Matcher matcher = this.pattern.matcher(text);
		matcher.useAnchoringBounds(false).useTransparentBounds(true);
		int start = 0;
		int size = WINDOW;
		while (start < text.length()) {
			int next = find(matcher, start, Math.min(text.length(), start + size), text.length(), spans);
			size = (next == start) ? 2 * size : WINDOW;
			start = next;
		}
	}

	// Returns where the next window begins; the same place asks for a larger one.
	private int find(Matcher matcher, int start, int end, int length, List<Long> spans) {
		int next = (end == length) ? length : end - OVERLAP;
		matcher.region(start, end);
		while (matcher.find()) {
			if (matcher.end() == end && end < length) {
				return matcher.start();
			}
			add(matcher, spans);
			next = Math.max(next, matcher.end());
		}
		return next;
	}

	private void add(Matcher matcher, List<Long> spans) {
		int start = (this.grouped) ? matcher.start(GROUP) : matcher.start();
		int end = (this.grouped) ? matcher.end(GROUP) : matcher.end();
		if (start >= 0 && start < end) {
			spans.add(Span.of(start, end));
		}
	}

}
