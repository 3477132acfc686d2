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

package io.sightline.diagnostics.autoconfigure;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.sightline.ledger.SignalLedger;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

/**
 * The accounts of the signals: what became of every item, and how many come in a day.
 */
final class LedgerContributor implements ReportContributor {

	private final Supplier<List<SignalLedger>> ledgers;

	LedgerContributor(Supplier<List<SignalLedger>> ledgers) {
		this.ledgers = ledgers;
	}

	@Override
	public String section() {
		return "ledgers";
	}

	@Override
	public Object details() {
		return this.ledgers.get().stream().map(LedgerContributor::account).toList();
	}

	private static Map<String, Object> account(SignalLedger ledger) {
		Map<String, Object> account = new LinkedHashMap<>();
		account.put("signal", ledger.signal());
		account.put("created", ledger.created());
		account.put("exported", ledger.exported());
		account.put("unsampled", ledger.unsampled());
		account.put("dropped", dropped(ledger));
		account.put("queued", ledger.queued());
		account.put("capacity", ledger.capacity());
		account.put("difference", ledger.difference());
		account.put("estimatedPerDay", perDay(ledger.created()));
		return account;
	}

	private static Map<String, Long> dropped(SignalLedger ledger) {
		Map<String, Long> dropped = new LinkedHashMap<>();
		ledger.reasons().forEach((reason) -> dropped.put(reason, ledger.dropped(reason)));
		return dropped;
	}

	private static long perDay(long count) {
		long uptime = Math.max(1, ManagementFactory.getRuntimeMXBean().getUptime());
		return Math.round((double) count * TimeUnit.DAYS.toMillis(1) / uptime);
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		for (SignalLedger ledger : this.ledgers.get()) {
			if (ledger.dropped() > 0) {
				findings.add(new Finding("telemetry-lost", Severity.WARNING,
						"%d items of the signal '%s' were lost since the start: %s".formatted(ledger.dropped(),
								ledger.signal(), dropped(ledger)),
						"See to the receiver, or give the queue more room; the reasons are in sightline.telemetry.items"));
			}
		}
		return findings;
	}

}
