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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Puts something harmless in the place of a secret, and knows it again.
 */
final class Replacement {

	static final String DROPPED = "[dropped]";

	private static final String HASH_PREFIX = "[sha256:";

	private static final int HASH_BYTES = 6;

	private static final int HASH_LENGTH = HASH_PREFIX.length() + 2 * HASH_BYTES + 1;

	private static final String ALGORITHM = "HmacSHA256";

	// One a process, so that the policy logging starts with and the bean agree.
	private static final byte[] PROCESS_SALT = new SecureRandom().generateSeed(32);

	private final RedactionMode mode;

	private final SecretKeySpec salt;

	private final Redactions redactions;

	Replacement(RedactionMode mode, @Nullable String salt, Redactions redactions) {
		this.mode = mode;
		this.salt = new SecretKeySpec(
				(salt != null && !salt.isEmpty()) ? salt.getBytes(StandardCharsets.UTF_8) : PROCESS_SALT, ALGORITHM);
		this.redactions = redactions;
	}

	String inText(String secret) {
		this.redactions.replaced();
		return switch (this.mode) {
			case MASK -> RedactionPolicy.MASK;
			case HASH -> hash(secret);
			case DROP -> DROPPED;
		};
	}

	@Nullable String ofField(String secret) {
		if (this.mode == RedactionMode.DROP) {
			this.redactions.replaced();
			return null;
		}
		return inText(secret);
	}

	void removed() {
		this.redactions.replaced();
	}

	private String hash(String secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.salt);
			byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
			return HASH_PREFIX + HexFormat.of().formatHex(digest, 0, HASH_BYTES) + "]";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	// Whether exactly this range is a replacement, which must not be replaced again.
	static boolean isAt(String text, int start, int end) {
		return equals(text, start, end, RedactionPolicy.MASK) || isHash(text, start, end)
				|| equals(text, start, end, DROPPED) || equals(text, start, end, RedactionPolicy.FAILED);
	}

	// Whether this range lies within a replacement.
	static boolean covers(String text, int start, int end) {
		if (isAt(text, start, end) || text.substring(start, end).chars().allMatch((c) -> c == '*')) {
			return true;
		}
		int open = text.lastIndexOf('[', start);
		int close = text.indexOf(']', Math.max(start, end - 1));
		return open >= 0 && close >= 0 && close - open < HASH_LENGTH && isAt(text, open, close + 1);
	}

	private static boolean equals(String text, int start, int end, String marker) {
		return end - start == marker.length() && text.startsWith(marker, start);
	}

	private static boolean isHash(String text, int start, int end) {
		if (end - start != HASH_LENGTH || !text.startsWith(HASH_PREFIX, start) || text.charAt(end - 1) != ']') {
			return false;
		}
		for (int i = start + HASH_PREFIX.length(); i < end - 1; i++) {
			if (!HexFormat.isHexDigit(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

}
