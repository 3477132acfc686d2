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
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * Which detector to ask at a character, decided by it and the one before it. Most pairs
 * of characters ask none, and a lookup in a small table is all they cost.
 */
final class Triggers {

	private static final int ASCII = 128;

	/**
	 * Stands for every character that is not ASCII, and for the one before the first.
	 */
	private static final char OTHER = 127;

	private static final int KIND_BITS = 6;

	private static final int KINDS = 1 << KIND_BITS;

	private final byte[] numbers = new byte[ASCII * ASCII];

	private final List<Detector> detectors = new ArrayList<>();

	/**
	 * Characters of a kind are the same to all detectors. There are few kinds, so that
	 * the table of their pairs stays close to the processor.
	 */
	private final byte[] kinds = new byte[ASCII];

	private final boolean[] pairs = new boolean[KINDS * KINDS];

	/**
	 * Whether a character triggers after any other.
	 */
	private final boolean[] triggers = new boolean[ASCII];

	private final Detector[] byNumber;

	Triggers(SecretKeys keys, boolean emails) {
		Detector pairs = new KeyValueDetector(keys);
		on('=', (before) -> true, pairs);
		on(':', (before) -> true, pairs.or(new UserInfoDetector()));
		on('>', (before) -> Chars.isBase64Url((char) before), new XmlDetector(keys));
		on(' ', (before) -> "rRcC".indexOf(before) >= 0, new AuthorizationScheme());
		on('-', (before) -> before == '-', new PemDetector());
		on('J', (before) -> before == 'y', new JwtDetector());
		CardDetector cards = new CardDetector();
		for (char digit = '0'; digit <= '9'; digit++) {
			on(digit, (before) -> !Chars.isAlphanumeric((char) before), cards);
		}
		on('%', (before) -> true, (text, at) -> cards.findAfterEscape(text, at, 3));
		on('\\', (before) -> true, (text, at) -> cards.findAfterEscape(text, at, 2));
		TokenDetector.all().forEach((token) -> on(token.trigger(), (before) -> before == token.before(), token));
		if (emails) {
			on('@', (before) -> true, new EmailDetector());
		}
		this.byNumber = this.detectors.toArray(Detector[]::new);
		sort();
	}

	private void on(char trigger, IntPredicate before, Detector detector) {
		this.triggers[trigger] = true;
		Map<Byte, Byte> numbers = new HashMap<>();
		for (int i = 0; i < ASCII; i++) {
			if (before.test(i)) {
				int pair = i * ASCII + trigger;
				this.numbers[pair] = numbers.computeIfAbsent(this.numbers[pair], (present) -> add(present, detector));
			}
		}
	}

	private byte add(byte present, Detector detector) {
		this.detectors.add((present > 0) ? this.detectors.get(present - 1).or(detector) : detector);
		return (byte) this.detectors.size();
	}

	private void sort() {
		Map<String, Integer> kinds = new HashMap<>();
		for (int c = 0; c < ASCII; c++) {
			int kind = kinds.computeIfAbsent(signature(c), (signature) -> kinds.size());
			if (kind >= KINDS) {
				throw new IllegalStateException("Too many kinds of characters");
			}
			this.kinds[c] = (byte) kind;
		}
		for (int pair = 0; pair < this.numbers.length; pair++) {
			int before = this.kinds[pair / ASCII];
			this.pairs[before << KIND_BITS | this.kinds[pair % ASCII]] |= this.numbers[pair] != 0;
		}
	}

	/**
	 * Where a character triggers, before and after which others.
	 */
	private String signature(int c) {
		BitSet signature = new BitSet(2 * ASCII);
		for (int other = 0; other < ASCII; other++) {
			signature.set(other, this.numbers[c * ASCII + other] != 0);
			signature.set(ASCII + other, this.numbers[other * ASCII + c] != 0);
		}
		return signature.toString();
	}

	/**
	 * Index of the next character that a detector has to look at, or the end.
	 */
	int next(String text, int from, int end) {
		byte[] kinds = this.kinds;
		boolean[] pairs = this.pairs;
		int before = kinds[(from > 0) ? Math.min(text.charAt(from - 1), OTHER) : OTHER] << KIND_BITS;
		for (int i = from; i < end; i++) {
			char c = text.charAt(i);
			int kind = kinds[Math.min(c, OTHER)];
			if (pairs[before | kind] && isPlausible(text, i, c)) {
				return i;
			}
			before = kind << KIND_BITS;
		}
		return end;
	}

	/**
	 * The same for a chunk of the text that begins there. Few characters of a long text,
	 * such as a stack trace, are triggers after whatever other.
	 */
	int next(String text, int from, char[] chunk) {
		boolean[] triggers = this.triggers;
		for (int i = 0; i < chunk.length; i++) {
			if (triggers[Math.min(chunk[i], OTHER)] && isTrigger(text, from + i)
					&& isPlausible(text, from + i, chunk[i])) {
				return from + i;
			}
		}
		return from + chunk.length;
	}

	private boolean isTrigger(String text, int at) {
		int before = (at > 0) ? Math.min(text.charAt(at - 1), OTHER) : OTHER;
		return this.numbers[before * ASCII + text.charAt(at)] != 0;
	}

	/**
	 * Rules out at a glance what the two most frequent triggers would rule out anyway.
	 */
	private static boolean isPlausible(String text, int at, char c) {
		if (c == ' ') {
			return AuthorizationScheme.mayEndAt(text, at);
		}
		return !Chars.isDigit(c) || CardDetector.mayBeginAt(text, at);
	}

	/**
	 * Who has to look at a character that {@link #next} found.
	 */
	@Nullable Detector at(String text, int at) {
		int before = (at > 0) ? Math.min(text.charAt(at - 1), OTHER) : OTHER;
		int c = text.charAt(at);
		int number = (c < ASCII) ? this.numbers[before * ASCII + c] : 0;
		return (number != 0) ? this.byNumber[number - 1] : null;
	}

}
