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

	private static final char OTHER = 127;

	private final byte[] table = new byte[ASCII * ASCII];

	/**
	 * Whether a character is a trigger after any other.
	 */
	private final boolean[] candidates = new boolean[ASCII];

	private final List<Detector> detectors = new ArrayList<>();

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
	}

	private void on(char trigger, IntPredicate before, Detector detector) {
		this.candidates[trigger] = true;
		Map<Byte, Byte> numbers = new HashMap<>();
		for (int i = 0; i < ASCII; i++) {
			if (before.test(i)) {
				int pair = i * ASCII + trigger;
				this.table[pair] = numbers.computeIfAbsent(this.table[pair], (present) -> add(present, detector));
			}
		}
	}

	private byte add(byte present, Detector detector) {
		this.detectors.add((present > 0) ? this.detectors.get(present - 1).or(detector) : detector);
		return (byte) this.detectors.size();
	}

	/**
	 * Index of the next character to look at, or the end.
	 */
	int next(String text, int from, int end) {
		boolean[] candidates = this.candidates;
		for (int i = from; i < end; i++) {
			char c = text.charAt(i);
			if (c < ASCII && candidates[c]) {
				return i;
			}
		}
		return end;
	}

	@Nullable Detector at(String text, int at) {
		char c = text.charAt(at);
		if (c >= ASCII) {
			return null;
		}
		char before = (at > 0) ? text.charAt(at - 1) : OTHER;
		int number = this.table[((before < ASCII) ? before : OTHER) * ASCII + c];
		return (number != 0) ? this.byNumber[number - 1] : null;
	}

}
