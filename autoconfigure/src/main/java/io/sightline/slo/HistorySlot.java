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

package io.sightline.slo;

import java.time.Duration;

/**
 * The events of a slot of time in the past.
 *
 * @param age how long ago the slot began
 * @param length the length of the slot
 * @param good the good events
 * @param bad the bad events
 */
public record HistorySlot(Duration age, Duration length, long good, long bad) {

	public HistorySlot {
		if (age.isNegative() || length.isNegative() || good < 0 || bad < 0) {
			throw new IllegalArgumentException("A slot of the past has no negative part");
		}
	}

}
