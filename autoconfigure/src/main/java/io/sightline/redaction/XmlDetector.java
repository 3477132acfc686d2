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
 * Finds the content of an XML element with the name of a secret, from the end of its
 * opening tag.
 */
final class XmlDetector implements Detector {

	private final SecretKeys keys;

	XmlDetector(SecretKeys keys) {
		this.keys = keys;
	}

	@Override
	public long find(String text, int at) {
		int start = at;
		while (start > 0 && isTagName(text.charAt(start - 1))) {
			start--;
		}
		if (start == at || start == 0 || text.charAt(start - 1) != '<' || !this.keys.isSecret(text, start, at)) {
			return Span.NONE;
		}
		int end = text.indexOf('<', at);
		boolean closed = end > at + 1 && text.startsWith("</", end);
		return (closed && !Replacement.isAt(text, at + 1, end)) ? Span.of(at + 1, end) : Span.NONE;
	}

	private static boolean isTagName(char c) {
		return Chars.isBase64Url(c) || c == '.' || c == ':';
	}

}
