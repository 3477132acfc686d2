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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.channel.AlertChannels;
import io.sightline.samples.alert.webhook.AlertEntry.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether people are told. Once, however often Alertmanager repeats itself; and
 * not each time that something comes and goes: what begins again within the cool-down is
 * told when that is over, if it has not ended by then.
 */
final class AlertDesk implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);

	private final AlertHistory history;

	private final AlertChannels channels;

	private final Duration coolDown;

	private final Clock clock;

	private final MeterRegistry registry;

	private final Counter duplicates;

	private final ExecutorService releases;

	AlertDesk(AlertHistory history, AlertChannels channels, Duration coolDown, Clock clock, MeterRegistry registry) {
		this.history = history;
		this.channels = channels;
		this.coolDown = coolDown;
		this.clock = clock;
		this.registry = registry;
		this.duplicates = counter("duplicate");
		for (Decision decision : Decision.values()) {
			counter(name(decision));
		}
		this.releases = Executors.newSingleThreadExecutor((task) -> {
			Thread thread = new Thread(task, "alert-releases");
			thread.setDaemon(true);
			return thread;
		});
	}

	private Counter counter(String decision) {
		return Counter.builder("alerts.received")
			.description("Alerts by what is done about them")
			.tag("decision", decision)
			.register(this.registry);
	}

	private static String name(Decision decision) {
		return decision.name().toLowerCase(Locale.ROOT);
	}

	AlertHistory history() {
		return this.history;
	}

	/**
	 * Takes an alert.
	 * @param alert the alert
	 * @return whether it was not known yet
	 */
	synchronized boolean take(Alert alert) {
		Optional<AlertEntry> known = this.history.find(alert);
		if (known.isPresent()) {
			this.duplicates.increment();
			// After a restart nothing else releases it.
			known.filter((entry) -> entry.decision() == Decision.COOLING_DOWN && wait(alert).isZero())
				.ifPresent((entry) -> release(alert));
			return false;
		}
		Decision decision = decide(alert);
		AlertEntry entry = this.history.add(alert, decision, now());
		counter(name(decision)).increment();
		if (decision == Decision.NOTIFIED) {
			send(alert, entry);
		}
		else if (decision == Decision.COOLING_DOWN) {
			CompletableFuture.delayedExecutor(wait(alert).toMillis() + 1, TimeUnit.MILLISECONDS, this.releases)
				.execute(() -> release(alert));
		}
		return true;
	}

	private Decision decide(Alert alert) {
		if (alert.status() == Alert.Status.FIRING) {
			return wait(alert).isZero() ? Decision.NOTIFIED : Decision.COOLING_DOWN;
		}
		// People hear of an end only if they heard of the beginning.
		boolean told = this.history.lastNotified(alert, Alert.Status.FIRING)
			.filter((entry) -> entry.startsAt().equals(AlertEntry.stored(alert.startsAt())))
			.isPresent();
		return told ? Decision.NOTIFIED : Decision.SKIPPED;
	}

	/**
	 * How long the same must not be told again.
	 */
	private Duration wait(Alert alert) {
		Duration left = this.history.lastNotified(alert, Alert.Status.FIRING)
			.map((entry) -> Duration.between(now(), entry.decidedAt().plus(this.coolDown)))
			.orElse(Duration.ZERO);
		return left.isNegative() ? Duration.ZERO : left;
	}

	private synchronized void release(Alert alert) {
		try {
			this.history.find(alert)
				.filter((entry) -> entry.decision() == Decision.COOLING_DOWN)
				.ifPresent((entry) -> release(alert, entry));
		}
		catch (RuntimeException ex) {
			log.error("Alert {} was not told after its cool-down", alert.name(), ex);
		}
	}

	private void release(Alert alert, AlertEntry entry) {
		boolean over = this.history.alerts()
			.findByFingerprintAndStatusAndStartsAt(entry.fingerprint(), Alert.Status.RESOLVED, entry.startsAt())
			.isPresent();
		Decision decision = over ? Decision.SKIPPED : Decision.NOTIFIED;
		AlertEntry changed = this.history.change(entry, decision, now());
		counter(name(decision)).increment();
		if (!over) {
			send(alert, changed);
		}
	}

	private void send(Alert alert, AlertEntry entry) {
		log.info("Alert {} of {} is {}: told by {}", alert.name(), alert.service(), alert.status(),
				this.channels.send(alert, (report) -> this.history.delivered(entry, report, now())));
	}

	private Instant now() {
		return AlertEntry.stored(this.clock.instant());
	}

	@Override
	public void close() {
		this.releases.shutdownNow();
	}

}
