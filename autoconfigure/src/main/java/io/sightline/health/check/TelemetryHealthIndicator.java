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

package io.sightline.health.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.sightline.health.HealthStatus;
import io.sightline.ledger.SignalLedger;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether telemetry is being lost: degraded while more is dropped between two looks, or
 * while more than nine tenths of a queue are taken.
 */
public final class TelemetryHealthIndicator implements HealthIndicator {

	private static final double FULL = 0.9;

	private final Supplier<List<SignalLedger>> ledgers;

	private final Map<String, Long> dropped = new ConcurrentHashMap<>();

	/**
	 * Creates an indicator.
	 * @param ledgers the accounts of the signals
	 */
	public TelemetryHealthIndicator(Supplier<List<SignalLedger>> ledgers) {
		this.ledgers = ledgers;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		List<String> problems = new ArrayList<>();
		for (SignalLedger ledger : this.ledgers.get()) {
			long lost = lostSinceLastLook(ledger);
			health.withDetail(ledger.signal(), account(ledger));
			if (lost > 0) {
				problems.add(lost + " " + ledger.signal() + " lost");
			}
			else if (ledger.capacity() > 0 && ledger.queued() > FULL * ledger.capacity()) {
				problems.add("queue of " + ledger.signal() + " is almost full");
			}
		}
		if (!problems.isEmpty()) {
			health.status(HealthStatus.DEGRADED).withDetail("reason", String.join(", ", problems));
		}
		return health.build();
	}

	private long lostSinceLastLook(SignalLedger ledger) {
		long now = ledger.dropped();
		Long before = this.dropped.put(ledger.signal(), now);
		return (before != null) ? now - before : now;
	}

	private static Map<String, Object> account(SignalLedger ledger) {
		Map<String, Object> account = new LinkedHashMap<>();
		account.put("created", ledger.created());
		account.put("exported", ledger.exported());
		account.put("unsampled", ledger.unsampled());
		account.put("dropped", ledger.dropped());
		account.put("queued", ledger.queued());
		account.put("capacity", ledger.capacity());
		return account;
	}

}
