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

package io.sightline.samples.alert.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.channel.DeliveryReport;
import io.sightline.samples.alert.webhook.AlertEntry.Decision;

import org.springframework.data.domain.Limit;

/**
 * What came in and what became of it.
 *
 * @param alerts keeps the alerts
 * @param deliveries keeps their deliveries
 * @param retention how long they are kept
 */
record AlertHistory(AlertRepository alerts, DeliveryRepository deliveries, Duration retention) {

	Optional<AlertEntry> find(Alert alert) {
		return this.alerts.findByFingerprintAndStatusAndStartsAt(alert.fingerprint(), alert.status(),
				AlertEntry.stored(alert.startsAt()));
	}

	/**
	 * When people were last told that this begins, or is over.
	 */
	Optional<AlertEntry> lastNotified(Alert alert, Alert.Status status) {
		return this.alerts.findFirstByFingerprintAndStatusAndDecisionOrderByDecidedAtDesc(alert.fingerprint(), status,
				Decision.NOTIFIED);
	}

	AlertEntry add(Alert alert, Decision decision, Instant now) {
		this.alerts.deleteReceivedBefore(now.minus(this.retention));
		return this.alerts.save(AlertEntry.of(alert, decision, now));
	}

	AlertEntry change(AlertEntry entry, Decision decision, Instant now) {
		return this.alerts.save(entry.decide(decision, now));
	}

	void delivered(AlertEntry entry, DeliveryReport report, Instant now) {
		this.deliveries.save(DeliveryEntry.of(entry, report, now));
	}

	List<AlertEntry> latest(int limit) {
		return this.alerts.findAllByOrderByReceivedAtDesc(Limit.of(limit));
	}

	Map<String, List<DeliveryEntry>> deliveriesOf(List<AlertEntry> entries) {
		if (entries.isEmpty()) {
			return Map.of();
		}
		return this.deliveries.findAllByAlertIdIn(entries.stream().map(AlertEntry::id).toList())
			.stream()
			.collect(Collectors.groupingBy(DeliveryEntry::alertId));
	}

}
