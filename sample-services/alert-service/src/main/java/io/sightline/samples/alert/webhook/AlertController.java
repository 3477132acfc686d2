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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.channel.DeliveryReport;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/alerts")
class AlertController {

	private static final int MAX_HISTORY = 500;

	private final AlertDesk desk;

	private final AlertReader reader;

	AlertController(AlertDesk desk, AlertReader reader) {
		this.desk = desk;
		this.reader = reader;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	Receipt take(@Valid @RequestBody AlertmanagerMessage message) {
		List<Alert> alerts = message.alerts().stream().map(this.reader::read).flatMap(Optional::stream).toList();
		long invalid = message.alerts().size() - alerts.size();
		if (alerts.isEmpty() && invalid > 0) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "None of the alerts is one");
		}
		long taken = alerts.stream().filter(this.desk::take).count();
		return new Receipt(taken, alerts.size() - taken, invalid);
	}

	@GetMapping
	List<AlertView> history(@RequestParam(defaultValue = "100") int limit) {
		List<AlertEntry> entries = this.desk.history().latest(Math.max(1, Math.min(limit, MAX_HISTORY)));
		Map<String, List<DeliveryEntry>> deliveries = this.desk.history().deliveriesOf(entries);
		return entries.stream()
			.map((entry) -> AlertView.of(entry, deliveries.getOrDefault(entry.id(), List.of())))
			.toList();
	}

	/**
	 * What became of a message.
	 *
	 * @param taken alerts that are new
	 * @param duplicates alerts that were known
	 * @param invalid alerts that are of no use
	 */
	record Receipt(long taken, long duplicates, long invalid) {

	}

	/**
	 * An alert of the history.
	 */
	record AlertView(String id, String fingerprint, Alert.Status status, String name, String severity, String service,
			String summary, Instant startsAt, @Nullable Instant endsAt, Instant receivedAt,
			AlertEntry.Decision decision, List<DeliveryView> deliveries) {

		static AlertView of(AlertEntry entry, List<DeliveryEntry> deliveries) {
			return new AlertView(entry.id(), entry.fingerprint(), entry.status(), entry.name(), entry.severity(),
					entry.service(), entry.summary(), entry.startsAt(), entry.endsAt(), entry.receivedAt(),
					entry.decision(), deliveries.stream().map(DeliveryView::of).toList());
		}

	}

	/**
	 * A delivery of the history.
	 */
	record DeliveryView(String channel, DeliveryReport.Outcome outcome, int attempts, @Nullable String error,
			Instant finishedAt) {

		static DeliveryView of(DeliveryEntry entry) {
			return new DeliveryView(entry.channel(), entry.outcome(), entry.attempts(), entry.error(),
					entry.finishedAt());
		}

	}

}
