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

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Browsers that were let in. A link lets one browser in; then there is another link.
 */
final class Sessions {

	static final Duration LIFETIME = Duration.ofHours(12);

	private static final int MAX = 32;

	private final Map<String, Long> ends = new LinkedHashMap<>();

	private final InstantSource clock;

	private String invitation = Secret.generate();

	Sessions(InstantSource clock) {
		this.clock = clock;
	}

	synchronized String invitation() {
		return this.invitation;
	}

	/**
	 * Let a browser in.
	 * @param shown the invitation that it shows
	 * @return the name of its session, none if the invitation is not, or no longer, valid
	 */
	synchronized @Nullable String open(@Nullable String shown) {
		if (!Secret.of(this.invitation).isKnownTo(shown)) {
			return null;
		}
		this.invitation = Secret.generate();
		if (this.ends.size() == MAX) {
			this.ends.remove(this.ends.keySet().iterator().next());
		}
		String session = Secret.generate();
		this.ends.put(session, this.clock.millis() + LIFETIME.toMillis());
		return session;
	}

	synchronized boolean isOpen(@Nullable String session) {
		Long end = (session != null) ? this.ends.get(session) : null;
		return end != null && this.clock.millis() < end;
	}

}
