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

package io.sightline.tracing.sampling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.ledger.SignalLedger;
import io.sightline.tracing.sampling.BufferedTrace.Held;
import org.jspecify.annotations.Nullable;

/**
 * Lets decided spans go, and accounts for them.
 */
final class TailOutput {

	private final SpanOutlet outlet;

	private final SignalLedger ledger;

	private final TailRoom room;

	TailOutput(SpanOutlet outlet, SignalLedger ledger, TailRoom room) {
		this.outlet = outlet;
		this.ledger = ledger;
		this.room = room;
	}

	void keep(SpanData span) {
		this.outlet.deliver(span);
	}

	void leaveOut() {
		this.ledger.leaveOut();
	}

	void keep(Held newest, boolean partial) {
		Deque<SpanData> spans = new ArrayDeque<>();
		for (Held held = newest; held != null; held = held.next()) {
			spans.push(Objects.requireNonNull(held.span()));
		}
		release(newest);
		for (SpanData span : spans) {
			this.outlet.deliver(partial ? new PartialSpan(span) : span);
		}
	}

	void leaveOut(Held newest, @Nullable String lossReason) {
		long count = release(newest);
		if (lossReason != null) {
			this.ledger.drop(lossReason, count);
			return;
		}
		for (long i = 0; i < count; i++) {
			this.ledger.leaveOut();
		}
	}

	private long release(Held newest) {
		long count = 0;
		long bytes = 0;
		for (Held held = newest; held != null; held = held.next()) {
			count++;
			bytes += held.bytes();
		}
		this.room.give(count, bytes);
		return count;
	}

}
