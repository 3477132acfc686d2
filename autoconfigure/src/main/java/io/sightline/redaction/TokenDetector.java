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
 * Finds the tokens of one issuer, who gave them a recognisable prefix.
 *
 * @param prefix how the tokens begin
 * @param minBody number of characters that must follow
 */
record TokenDetector(String prefix, int minBody) implements Detector {

	// Decides in bounded time whether a body is long and random enough.
	private static final int LOOK_AHEAD = 40;

	static List<TokenDetector> all() {
		return List.of(new TokenDetector("ghp_", 16), new TokenDetector("gho_", 16), new TokenDetector("ghu_", 16),
				new TokenDetector("ghs_", 16), new TokenDetector("ghr_", 16), new TokenDetector("github_pat_", 16),
				new TokenDetector("glpat-", 16), new TokenDetector("sk_live_", 8), new TokenDetector("sk_test_", 8),
				new TokenDetector("rk_live_", 8), new TokenDetector("rk_test_", 8), new TokenDetector("whsec_", 16),
				new TokenDetector("xoxb-", 10), new TokenDetector("xoxp-", 10), new TokenDetector("xoxa-", 10),
				new TokenDetector("xoxr-", 10), new TokenDetector("xoxs-", 10), new TokenDetector("xapp-", 10),
				new TokenDetector("sk-", 20), new TokenDetector("npm_", 30), new TokenDetector("pypi-", 40),
				new TokenDetector("shpat_", 16), new TokenDetector("dop_v1_", 32), new TokenDetector("ya29.", 20),
				new TokenDetector("SG.", 32), new TokenDetector("hvs.", 20), new TokenDetector("AKIA", 16),
				new TokenDetector("ASIA", 16), new TokenDetector("AIza", 30));
	}

	char trigger() {
		return this.prefix.charAt(triggerIndex());
	}

	char before() {
		return this.prefix.charAt(triggerIndex() - 1);
	}

	// The last character, or where that is a common letter, a capital one before it.
	private int triggerIndex() {
		int capital = this.prefix.indexOf('I');
		return (capital > 0) ? capital : this.prefix.length() - 1;
	}

	@Override
	public long find(String text, int at) {
		int start = at - triggerIndex();
		boolean found = start >= 0 && text.startsWith(this.prefix, start) && Chars.isTokenStart(text, start)
				&& isRandom(text, start + this.prefix.length(), this.minBody);
		return (found) ? Span.of(start, end(text, start)) : Span.NONE;
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

}
