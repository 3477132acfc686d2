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

import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link CardDetector}.
 */
class CardDetectorTests {

	private final RedactionPolicy policy = RedactionPolicy.from(RedactionRules.defaults());

	@Property(seed = "2026")
	void findsEveryCardOfKnownIssuers(@ForAll("cards") String card) {
		assertThat(this.policy.text("paid with " + card + ".")).isEqualTo("paid with ******.");
	}

	@Property(seed = "2026")
	void findsCardsInGroups(@ForAll("cards") String card, @ForAll boolean hyphens) {
		String grouped = card.replaceAll("(\\d{4})(?=\\d)", (hyphens) ? "$1-" : "$1 ");
		assertThat(this.policy.text("card " + grouped + ", ok")).isEqualTo("card ******, ok");
	}

	@Property(seed = "2026")
	void leavesNumbersWithAWrongCheckDigit(@ForAll("cards") String card, @ForAll @IntRange(min = 1, max = 9) int off) {
		int last = (card.charAt(card.length() - 1) - '0' + off) % 10;
		String text = "order " + card.substring(0, card.length() - 1) + last;
		assertThat(this.policy.text(text)).isSameAs(text);
	}

	@Property(seed = "2026")
	void leavesTimestamps(@ForAll @LongRange(min = 1_500_000_000_000L, max = 1_999_999_999_999L) long millis) {
		String text = "at %d or %d000 or %d000000".formatted(millis, millis, millis);
		assertThat(this.policy.text(text)).isSameAs(text);
	}

	@Property(seed = "2026")
	void leavesTraceIdsAndUuids(@ForAll long high, @ForAll long low) {
		String text = "trace %016x%016x and %s or %016xa".formatted(high, low, new UUID(high, low), low);
		assertThat(this.policy.text(text)).isSameAs(text);
	}

	@Property(seed = "2026")
	void leavesFractions(@ForAll double number) {
		String text = "ratio 0." + Math.abs(Double.doubleToLongBits(number)) + " measured";
		assertThat(this.policy.text(text)).isSameAs(text);
	}

	@Provide
	Arbitrary<String> cards() {
		Arbitrary<String> issuers = Arbitraries.of("4", "51", "55", "2221", "2720", "6011", "65", "3528", "62");
		return Combinators.combine(issuers, Arbitraries.strings().numeric().ofLength(16))
			.as((issuer, digits) -> withCheckDigit(issuer + digits.substring(issuer.length(), 15)));
	}

	private static String withCheckDigit(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int weighted = (i % 2 == 0) ? 2 * digit : digit;
			sum += weighted / 10 + weighted % 10;
		}
		return digits + (10 - sum % 10) % 10;
	}

}
