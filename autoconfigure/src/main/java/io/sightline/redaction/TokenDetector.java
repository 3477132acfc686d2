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

/**
 * Finds tokens that their issuers gave a recognisable prefix.
 */
final class TokenDetector implements Detector {

	// Decides in bounded time whether a body is long and random enough.
	private static final int LOOK_AHEAD = 40;

	private static final List<Prefix> PREFIXES = List.of(new Prefix("ghp_", 16), new Prefix("gho_", 16),
			new Prefix("ghu_", 16), new Prefix("ghs_", 16), new Prefix("ghr_", 16), new Prefix("github_pat_", 16),
			new Prefix("sk_live_", 8), new Prefix("sk_test_", 8), new Prefix("rk_live_", 8), new Prefix("rk_test_", 8),
			new Prefix("whsec_", 16), new Prefix("npm_", 30), new Prefix("shpat_", 16), new Prefix("dop_v1_", 32),
			new Prefix("glpat-", 16), new Prefix("xoxb-", 10), new Prefix("xoxp-", 10), new Prefix("xoxa-", 10),
			new Prefix("xoxr-", 10), new Prefix("xoxs-", 10), new Prefix("xapp-", 10), new Prefix("sk-", 20),
			new Prefix("pypi-", 40), new Prefix("ya29.", 20), new Prefix("SG.", 32), new Prefix("hvs.", 20),
			new Prefix("AKIA", 16), new Prefix("ASIA", 16), new Prefix("AIza", 30));

	private static final int SLOTS = 1024;

	// By their trigger and the character before it.
	private final Prefix[][] slots = new Prefix[SLOTS][];

	TokenDetector() {
		for (int i = 0; i < SLOTS; i++) {
			int slot = i;
			this.slots[i] = PREFIXES.stream().filter((prefix) -> prefix.slot() == slot).toArray(Prefix[]::new);
		}
	}

	private static int slot(char before, char trigger) {
		return (before * 31 + trigger) % SLOTS;
	}

	// The characters that make a closer look worth while.
	static List<Character> triggers() {
		return PREFIXES.stream().map(Prefix::trigger).distinct().toList();
	}

	@Override
	public long find(String text, int at) {
		if (at == 0) {
			return Span.NONE;
		}
		for (Prefix prefix : this.slots[slot(text.charAt(at - 1), text.charAt(at))]) {
			int start = at - prefix.triggerIndex();
			if (start >= 0 && text.startsWith(prefix.text(), start) && Chars.isTokenStart(text, start)
					&& isRandom(text, start + prefix.text().length(), prefix.minBody())) {
				return Span.of(start, end(text, start));
			}
		}
		return Span.NONE;
	}

	private static boolean isRandom(String text, int start, int length) {
		int limit = Math.min(text.length(), start + LOOK_AHEAD);
		boolean random = false;
		int i = start;
		for (; i < limit && isBody(text.charAt(i)); i++) {
			char c = text.charAt(i);
			random |= Chars.isDigit(c) || (c >= 'A' && c <= 'Z');
		}
		return random && i - start >= length;
	}

	private static int end(String text, int start) {
		int end = start;
		while (end < text.length() && isBody(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isBody(char c) {
		return Chars.isBase64Url(c) || c == '.';
	}

	private record Prefix(String text, int triggerIndex, int minBody) {

		Prefix(String text, int minBody) {
			this(text, triggerIndex(text), minBody);
		}

		// Of the prefixes without a delimiter, the rarest letter.
		private static int triggerIndex(String text) {
			int capital = text.indexOf('I');
			return (capital > 0) ? capital : text.length() - 1;
		}

		int slot() {
			return TokenDetector.slot(this.text.charAt(this.triggerIndex - 1), trigger());
		}

		char trigger() {
			return this.text.charAt(this.triggerIndex);
		}

	}

}
