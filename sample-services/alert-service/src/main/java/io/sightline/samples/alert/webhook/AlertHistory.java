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
import java.util.Set;
import java.util.stream.Collectors;

import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.channel.DeliveryReport;
import io.sightline.samples.alert.channel.DeliveryReport.Outcome;
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

	/**
	 * What was last heard of an alert if that is what it says now. What ended and is back
	 * has the old beginning when Alertmanager only believed that it had ended.
	 */
	Optional<AlertEntry> repeated(Alert alert) {
		return this.alerts
			.findFirstByFingerprintAndStartsAtOrderByReceivedAtDesc(alert.fingerprint(),
					AlertEntry.stored(alert.startsAt()))
			.filter((entry) -> entry.status() == alert.status());
	}

	/**
	 * Whether nothing was heard since.
	 */
	boolean isLatest(AlertEntry entry) {
		return this.alerts.findFirstByFingerprintOrderByReceivedAtDesc(entry.fingerprint())
			.filter((latest) -> latest.id().equals(entry.id()))
			.isPresent();
	}

	/**
	 * What people were last told.
	 */
	Optional<AlertEntry> lastTold(Alert alert) {
		return this.alerts.findFirstByFingerprintAndDecisionOrderByDecidedAtDesc(alert.fingerprint(),
				Decision.NOTIFIED);
	}

	/**
	 * When people were last told that it begins.
	 */
	Optional<AlertEntry> lastBeginning(Alert alert) {
		return this.alerts.findFirstByFingerprintAndStatusAndDecisionOrderByDecidedAtDesc(alert.fingerprint(),
				Alert.Status.FIRING, Decision.NOTIFIED);
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

	/**
	 * The channels that have told of an alert.
	 */
	Set<String> deliveredBy(AlertEntry entry) {
		return this.deliveries.findAllByAlertIdIn(List.of(entry.id()))
			.stream()
			.filter((delivery) -> delivery.outcome() == Outcome.DELIVERED)
			.map(DeliveryEntry::channel)
			.collect(Collectors.toSet());
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
