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
 * Reads a text once and looks closer only where a character after another gives a secret
 * away. Text without secrets comes back as the same instance, and nothing is allocated
 * for it.
 */
final class TextScanner {

	private static final int CHUNK = 128;

	private static final char[] NO_CHUNK = {};

	private final Triggers triggers;

	private final Replacement replacement;

	TextScanner(SecretKeys keys, boolean emails, Replacement replacement) {
		this.triggers = new Triggers(keys, emails);
		this.replacement = replacement;
	}

	/**
	 * Redact a text.
	 * @param text the text
	 * @param limit number of characters of the text that are wanted; a secret across that
	 * limit is seen as a whole
	 * @return what may be shown
	 */
	String redact(String text, int limit) {
		return redact(text, limit, 0, -1);
	}

	/**
	 * Redact a URL. Its scheme and the colon of its port are not looked at.
	 * @param url the URL, without secrets of the kinds that only URLs have
	 * @param limit number of characters that are wanted
	 * @return what may be shown
	 */
	String redactUrl(String url, int limit) {
		int host = Urls.host(url);
		return redact(url, limit, host, Urls.port(url, host));
	}

	private String redact(String text, int limit, int from, int harmless) {
		StringBuilder redacted = null;
		int copied = 0;
		int stop = (int) Math.min(text.length(), (long) limit + EmailDetector.MAX_LOCAL);
		char[] chunk = (stop < 2 * CHUNK) ? NO_CHUNK : new char[CHUNK];
		for (int i = next(text, from, stop, chunk); i < stop; i = next(text, i + 1, stop, chunk)) {
			Detector detector = (i != harmless) ? this.triggers.at(text, i) : null;
			long span = (detector != null) ? detector.find(text, i) : Span.NONE;
			if (span == Span.NONE) {
				continue;
			}
			int start = Math.max(Span.start(span), copied);
			if (start >= limit) {
				break;
			}
			int end = Span.end(span);
			String secret = text.substring(start, end);
			int wholeEnd = PemDetector.endWithin(text, secret, start, end);
			redacted = (redacted != null) ? redacted : new StringBuilder(Math.min(text.length(), limit));
			redacted.append(text, copied, start);
			redacted.append(this.replacement.inText((wholeEnd > end) ? text.substring(start, wholeEnd) : secret));
			copied = wholeEnd;
			i = Math.max(i, copied - 1);
		}
		if (redacted == null) {
			return cut(text, limit);
		}
		return redacted.append(text, copied, Math.max(copied, Math.min(limit, text.length()))).toString();
	}

	private int next(String text, int from, int stop, char[] chunk) {
		int position = from;
		while (chunk.length > 0 && stop - position >= CHUNK) {
			// A string gives out many characters faster than one after the other.
			text.getChars(position, position + CHUNK, chunk, 0);
			int found = this.triggers.next(text, position, chunk);
			if (found < position + CHUNK) {
				return found;
			}
			position = found;
		}
		return this.triggers.next(text, position, stop);
	}

	static String cut(String text, int limit) {
		if (text.length() <= limit) {
			return text;
		}
		boolean inPair = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
		return text.substring(0, (inPair) ? limit - 1 : limit);
	}

}
