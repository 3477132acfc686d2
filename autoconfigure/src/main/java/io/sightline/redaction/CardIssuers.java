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
 * Which numbers the card networks give out, by their first six digits and their length.
 */
final class CardIssuers {

	private static final int[][] RANGES = {
			// from, to, shortest, longest
			{ 400000, 499999, 13, 19 }, // Visa
			{ 510000, 559999, 16, 16 }, { 222100, 272099, 16, 16 }, // Mastercard
			{ 340000, 349999, 15, 15 }, { 370000, 379999, 15, 15 }, // American Express
			{ 300000, 305999, 14, 19 }, { 309500, 309599, 14, 19 }, { 360000, 369999, 14, 19 },
			{ 380000, 399999, 14, 19 }, // Diners Club
			{ 601100, 601199, 16, 19 }, { 644000, 659999, 16, 19 }, // Discover
			{ 352800, 358999, 16, 19 }, // JCB
			{ 620000, 629999, 16, 19 }, { 810000, 817199, 16, 19 }, // UnionPay
			{ 500000, 509999, 13, 19 }, { 560000, 589999, 13, 19 }, { 630000, 639999, 13, 19 },
			{ 670000, 679999, 13, 19 }, // Maestro
			{ 220000, 220499, 16, 19 }, // Mir
			{ 606900, 608999, 16, 16 }, { 820000, 829999, 16, 16 }, // RuPay
			{ 979200, 979289, 16, 16 }, // Troy
	};

	private CardIssuers() {
	}

	static boolean mayIssue(String text, int start, int digits) {
		int issuer = 0;
		int seen = 0;
		for (int i = start; seen < 6; i++) {
			char c = text.charAt(i);
			if (Chars.isDigit(c)) {
				issuer = issuer * 10 + (c - '0');
				seen++;
			}
		}
		for (int[] range : RANGES) {
			if (issuer >= range[0] && issuer <= range[1] && digits >= range[2] && digits <= range[3]) {
				return true;
			}
		}
		return false;
	}

}
