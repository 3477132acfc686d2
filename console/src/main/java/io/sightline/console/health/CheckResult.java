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

package io.sightline.console.health;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param probe the probe it is part of, empty for the health as a whole
 * @param check its name, empty for the probe as a whole
 * @param status what it found
 * @param reason why, if told
 * @param durationMs how long it took, in milliseconds, if told
 * @param lastChange when that was different, if told
 */
public record CheckResult(String probe, String check, String status, @Nullable String reason, @Nullable Long durationMs,
		@Nullable Instant lastChange) {

	String key() {
		return this.probe + "\0" + this.check;
	}

}
