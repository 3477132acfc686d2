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

package io.sightline.request;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * Request ids: the caller's if it is harmless, a new one otherwise.
 */
public final class RequestIds {

	private static final int MAX_LENGTH = 128;

	private static final long VERSION_BITS = 0xF000L;

	private static final long VERSION_4 = 0x4000L;

	private static final long VARIANT = 1L << 63;

	private RequestIds() {
	}

	/**
	 * The id of a request.
	 * @param candidate what the caller sent as {@code X-Request-ID}, if anything
	 * @return the candidate if it matches {@code [A-Za-z0-9._:-]{1,128}}, else a random
	 * id
	 */
	public static String accept(@Nullable String candidate) {
		return (candidate != null && isHarmless(candidate)) ? candidate : random();
	}

	/**
	 * A UUID of version 4, from a source that asks no kernel and shares no lock: an id
	 * tells requests apart and is no secret, like those of traces.
	 */
	private static String random() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new UUID((random.nextLong() & ~VERSION_BITS) | VERSION_4, (random.nextLong() >>> 2) | VARIANT)
			.toString();
	}

	private static boolean isHarmless(String candidate) {
		if (candidate.isEmpty() || candidate.length() > MAX_LENGTH) {
			return false;
		}
		for (int i = 0; i < candidate.length(); i++) {
			char c = candidate.charAt(i);
			boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
					|| c == '_' || c == ':' || c == '-';
			if (!allowed) {
				return false;
			}
		}
		return true;
	}

}
