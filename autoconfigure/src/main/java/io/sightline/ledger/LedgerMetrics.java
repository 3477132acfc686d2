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

package io.sightline.ledger;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * An account as meters: {@code sightline.telemetry.items} by signal, outcome and reason,
 * and the size and capacity of the queue.
 */
public final class LedgerMetrics implements MeterBinder {

	private static final String NO_REASON = "none";

	private final SignalLedger ledger;

	/**
	 * Creates a binder.
	 * @param ledger the account
	 */
	public LedgerMetrics(SignalLedger ledger) {
		this.ledger = ledger;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		items(registry, "created", NO_REASON, SignalLedger::created);
		items(registry, "exported", NO_REASON, SignalLedger::exported);
		items(registry, "unsampled", NO_REASON, SignalLedger::unsampled);
		this.ledger.reasons()
			.forEach((reason) -> items(registry, "dropped", reason, (ledger) -> ledger.dropped(reason)));
		gauge(registry, "sightline.telemetry.queue.size", "Items that wait to be delivered", SignalLedger::queued);
		gauge(registry, "sightline.telemetry.queue.capacity", "Items that can wait to be delivered",
				SignalLedger::capacity);
	}

	private void items(MeterRegistry registry, String outcome, String reason, ToDoubleFunction<SignalLedger> count) {
		FunctionCounter.builder("sightline.telemetry.items", this.ledger, count)
			.description("What became of the items of telemetry")
			.tag("signal", this.ledger.signal())
			.tag("outcome", outcome)
			.tag("reason", reason)
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<SignalLedger> value) {
		Gauge.builder(name, this.ledger, value)
			.description(description)
			.tag("signal", this.ledger.signal())
			.register(registry);
	}

}
