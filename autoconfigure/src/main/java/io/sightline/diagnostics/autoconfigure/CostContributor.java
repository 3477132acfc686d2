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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.sightline.ledger.SignalLedger;
import io.sightline.report.ReportContributor;
import org.jspecify.annotations.Nullable;

/**
 * What each signal costs whoever stores it, if it goes on like this.
 */
final class CostContributor implements ReportContributor {

	private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

	/**
	 * How often Prometheus reads meters where nobody says otherwise is a minute; most say
	 * this.
	 */
	private static final long SCRAPE_SECONDS = 15;

	private final Supplier<List<SignalLedger>> ledgers;

	private final Supplier<@Nullable Map<String, Long>> series;

	private final LongSupplier uptimeMillis;

	CostContributor(Supplier<List<SignalLedger>> ledgers, Supplier<@Nullable Map<String, Long>> series,
			LongSupplier uptimeMillis) {
		this.ledgers = ledgers;
		this.series = series;
		this.uptimeMillis = uptimeMillis;
	}

	@Override
	public String section() {
		return "cost";
	}

	@Override
	public Object details() {
		List<Map<String, Object>> details = new ArrayList<>();
		double seconds = Math.max(1, this.uptimeMillis.getAsLong()) / 1000.0;
		for (SignalLedger ledger : this.ledgers.get()) {
			details.add(items(ledger, seconds));
		}
		Map<String, Long> read = this.series.get();
		if (read != null) {
			details.add(meters(read));
		}
		return details;
	}

	private static Map<String, Object> items(SignalLedger ledger, double seconds) {
		Map<String, Object> cost = new LinkedHashMap<>();
		double perSecond = ledger.exported() / seconds;
		double size = ledger.size().mean();
		cost.put("signal", ledger.signal());
		cost.put("itemsPerSecond", rounded(perSecond));
		cost.put("itemsPerDay", Math.round(perSecond * SECONDS_A_DAY));
		if (!Double.isNaN(size)) {
			cost.put("bytesPerItem", Math.round(size));
			bytes(cost, perSecond * size);
		}
		cost.put("basis", Double.isNaN(size) ? "since the start; nobody measures the bytes"
				: "since the start, bytes before compression");
		return cost;
	}

	private static Map<String, Object> meters(Map<String, Long> read) {
		Map<String, Object> cost = new LinkedHashMap<>();
		cost.put("signal", "metrics");
		cost.put("series", read.getOrDefault("series", 0L));
		cost.put("bytesPerScrape", read.getOrDefault("bytes", 0L));
		bytes(cost, (double) read.getOrDefault("bytes", 0L) / SCRAPE_SECONDS);
		cost.put("basis", "by names and tags, as text that is read every %d s".formatted(SCRAPE_SECONDS));
		return cost;
	}

	private static void bytes(Map<String, Object> cost, double perSecond) {
		cost.put("bytesPerSecond", Math.round(perSecond));
		cost.put("bytesPerDay", Math.round(perSecond * SECONDS_A_DAY));
	}

	private static double rounded(double number) {
		return Math.round(number * 100) / 100.0;
	}

}
