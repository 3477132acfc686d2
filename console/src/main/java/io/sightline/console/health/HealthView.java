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
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The health of all services.
 *
 * @param nowUs the time of the console, in microseconds since the epoch
 * @param instances the instances, by service
 */
record HealthView(long nowUs, List<InstanceView> instances) {

	static long micros(Instant instant) {
		return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
	}

	/**
	 * An instance of a service.
	 *
	 * @param service the service
	 * @param instance its address
	 * @param status its health as a whole, {@code UNREACHABLE} if it does not answer
	 * @param problem why it cannot be asked
	 * @param askedUs when it answered last, in microseconds since the epoch
	 * @param probes its probes, then what is part of none
	 */
	record InstanceView(String service, String instance, String status, @Nullable String problem,
			@Nullable Long askedUs, List<Probe> probes) {
	}

	/**
	 * A probe.
	 *
	 * @param probe its name, empty for the health as a whole
	 * @param whole the probe as a whole
	 * @param checks its checks, as far as they are shown to the console
	 */
	record Probe(String probe, Check whole, List<Check> checks) {
	}

	/**
	 * A check.
	 *
	 * @param check its name, empty for the probe as a whole
	 * @param status what it found last
	 * @param reason why, if told
	 * @param durationMs how long it took, in milliseconds, if told
	 * @param lastChangeUs when that was different, in microseconds since the epoch
	 * @param changeObserved whether the console saw that change itself; otherwise it was
	 * told
	 * @param changes what it found over time, since each time until the next; the first
	 * is when the console began to look
	 */
	record Check(String check, String status, @Nullable String reason, @Nullable Long durationMs,
			@Nullable Long lastChangeUs, boolean changeObserved, List<Change> changes) {
	}

	/**
	 * A change.
	 *
	 * @param atUs when, in microseconds since the epoch
	 * @param status to what
	 */
	record Change(long atUs, String status) {
	}

}
