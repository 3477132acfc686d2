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

package io.sightline.console.traces;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which traces to find.
 *
 * @param service a service in it, or empty
 * @param text a part of its name, or its id, or empty
 * @param minDuration how long it took at least
 * @param failed whether anything in it failed, if that matters
 * @param fromNs when it began at the earliest
 * @param toNs before when it began
 * @param limit how many
 */
public record TraceQuestion(String service, String text, Duration minDuration, @Nullable Boolean failed, long fromNs,
		long toNs, int limit) {

	boolean fits(TraceSummary trace) {
		String wanted = this.text.toLowerCase(Locale.ROOT);
		return (this.service.isEmpty() || trace.services().contains(this.service))
				&& (wanted.isEmpty() || trace.name().toLowerCase(Locale.ROOT).contains(wanted)
						|| trace.traceId().equals(wanted))
				&& trace.durationUs() >= this.minDuration.toNanos() / 1000
				&& (this.failed == null || this.failed == trace.failed()) && trace.startUs() >= this.fromNs / 1000
				&& trace.startUs() < this.toNs / 1000;
	}

}
