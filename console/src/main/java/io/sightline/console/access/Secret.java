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

package io.sightline.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Something that only those know who may come in.
 */
final class Secret {

	private static final int BYTES = 16;

	private static final SecureRandom random = new SecureRandom();

	private final byte[] value;

	private Secret(byte[] value) {
		this.value = value;
	}

	static String generate() {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Create a secret.
	 * @param value the secret; nobody knows an empty one
	 */
	static Secret of(String value) {
		return new Secret(value.getBytes(StandardCharsets.UTF_8));
	}

	boolean isKnownTo(@Nullable String shown) {
		return this.value.length > 0 && shown != null
				&& MessageDigest.isEqual(this.value, shown.getBytes(StandardCharsets.UTF_8));
	}

}
