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

/**
 * The built-in rules, and after them the patterns of the application's.
 */
final class Texts {

	// Beyond a cut, patterns see this much more to recognise a secret across it.
	private static final int MARGIN = CustomPattern.WINDOW;

	private final TextScanner scanner;

	private final CustomPatterns patterns;

	Texts(TextScanner scanner, CustomPatterns patterns) {
		this.scanner = scanner;
		this.patterns = patterns;
	}

	boolean hasPatterns() {
		return !this.patterns.isEmpty();
	}

	String redactUrl(String url) {
		String scanned = this.scanner.redactUrl(url, url.length());
		return (this.patterns.isEmpty()) ? scanned : this.patterns.redact(scanned, scanned.length());
	}

	String redact(String text, int limit) {
		String scanned = this.scanner.redact(text, limit);
		if (this.patterns.isEmpty()) {
			return scanned;
		}
		if (text.length() <= limit) {
			return this.patterns.redact(scanned, scanned.length());
		}
		int visible = (int) Math.min(text.length(), (long) limit + MARGIN);
		return this.patterns.redact(this.scanner.redact(text, visible), scanned.length());
	}

}
