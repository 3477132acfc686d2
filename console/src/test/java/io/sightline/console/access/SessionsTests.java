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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionsTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final Sessions sessions = new Sessions(this.now::get);

	@Test
	void endsSessionsAfterAWhile() {
		String session = this.sessions.open(this.sessions.invitation());
		assertThat(this.sessions.isOpen(session)).isTrue();
		this.now.set(Instant.EPOCH.plus(Sessions.LIFETIME).minus(Duration.ofSeconds(1)));
		assertThat(this.sessions.isOpen(session)).isTrue();
		this.now.set(Instant.EPOCH.plus(Sessions.LIFETIME));
		assertThat(this.sessions.isOpen(session)).isFalse();
	}

	@Test
	void forgetsTheOldestOfTooMany() {
		List<String> opened = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			opened.add(String.valueOf(this.sessions.open(this.sessions.invitation())));
		}
		assertThat(opened).doesNotHaveDuplicates();
		assertThat(this.sessions.isOpen(opened.get(0))).isFalse();
		assertThat(this.sessions.isOpen(opened.get(39))).isTrue();
	}

	@Test
	void knowsNoSessionThatItDidNotOpen() {
		assertThat(this.sessions.isOpen(null)).isFalse();
		assertThat(this.sessions.isOpen("")).isFalse();
		assertThat(this.sessions.open("")).isNull();
	}

}
