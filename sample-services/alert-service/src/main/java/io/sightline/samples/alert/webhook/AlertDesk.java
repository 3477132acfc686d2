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
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.channel.AlertChannels;
import io.sightline.samples.alert.channel.DeliveryReport;
import io.sightline.samples.alert.webhook.AlertEntry.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether people are told. Once, however often Alertmanager repeats itself,
 * unless a channel could not; and not each time that something comes and goes: what
 * begins again within the cool-down is told when that is over, if it has not ended by
 * then.
 */
final class AlertDesk implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(AlertDesk.class);

	private static final String DUPLICATE = "duplicate";

	private static final String REDELIVERED = "redelivered";

	private final AlertHistory history;

	private final AlertChannels channels;

	private final Duration coolDown;

	private final Clock clock;

	private final MeterRegistry registry;

	private final ExecutorService releases;

	private final Set<Pending> pending = ConcurrentHashMap.newKeySet();

	private Instant last = Instant.EPOCH;

	AlertDesk(AlertHistory history, AlertChannels channels, Duration coolDown, Clock clock, MeterRegistry registry) {
		this.history = history;
		this.channels = channels;
		this.coolDown = coolDown;
		this.clock = clock;
		this.registry = registry;
		counter(DUPLICATE);
		counter(REDELIVERED);
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
		Optional<AlertEntry> known = this.history.repeated(alert);
		if (known.isPresent()) {
			repeat(alert, known.get());
			return false;
		}
		Decision decision = decide(alert);
		AlertEntry entry = this.history.add(alert, decision, now());
		counter(name(decision)).increment();
		if (decision == Decision.NOTIFIED) {
			send(alert, entry, this.channels.of(alert));
		}
		else if (decision == Decision.COOLING_DOWN) {
			CompletableFuture.delayedExecutor(wait(alert).toMillis() + 1, TimeUnit.MILLISECONDS, this.releases)
				.execute(() -> release(alert, entry.id()));
		}
		return true;
	}

	/**
	 * A repetition is the occasion to tell by those channels that could not, or were not
	 * done when the process ended. After a restart nothing else ends a cool-down either.
	 */
	private void repeat(Alert alert, AlertEntry entry) {
		Set<String> missing = Set.of();
		if (entry.decision() == Decision.NOTIFIED) {
			missing = new TreeSet<>(this.channels.of(alert));
			missing.removeAll(this.history.deliveredBy(entry));
			missing.removeIf((channel) -> this.pending.contains(new Pending(entry.id(), channel)));
		}
		else if (entry.decision() == Decision.COOLING_DOWN && wait(alert).isZero()) {
			release(alert, entry.id());
		}
		counter(missing.isEmpty() ? DUPLICATE : REDELIVERED).increment();
		if (!missing.isEmpty()) {
			send(alert, entry, missing);
		}
	}

	private Decision decide(Alert alert) {
		if (alert.status() == Alert.Status.FIRING) {
			return wait(alert).isZero() ? Decision.NOTIFIED : Decision.COOLING_DOWN;
		}
		// People hear of an end if the last that they heard is a beginning.
		boolean open = this.history.lastTold(alert)
			.filter((told) -> told.status() == Alert.Status.FIRING && !isBefore(alert, told))
			.isPresent();
		return open ? Decision.NOTIFIED : Decision.SKIPPED;
	}

	/**
	 * Whether what is over was over before the other began. Beginnings do not tell: they
	 * move when Alertmanager learns of the same alert from another Prometheus.
	 */
	private static boolean isBefore(Alert over, AlertEntry begun) {
		Instant end = over.endsAt();
		return end != null && !end.isBefore(over.startsAt()) && end.isBefore(begun.startsAt());
	}

	/**
	 * How long the same must not be told again.
	 */
	private Duration wait(Alert alert) {
		Duration left = this.history.lastBeginning(alert)
			.map((entry) -> Duration.between(now(), entry.decidedAt().plus(this.coolDown)))
			.orElse(Duration.ZERO);
		return left.isNegative() ? Duration.ZERO : left;
	}

	private synchronized void release(Alert alert, String id) {
		try {
			this.history.alerts()
				.findById(id)
				.filter((entry) -> entry.decision() == Decision.COOLING_DOWN)
				.ifPresent((entry) -> release(alert, entry));
		}
		catch (RuntimeException ex) {
			log.error("Alert {} was not told after its cool-down", alert.name(), ex);
		}
	}

	private void release(Alert alert, AlertEntry entry) {
		boolean current = this.history.isLatest(entry);
		Decision decision = current ? Decision.NOTIFIED : Decision.SKIPPED;
		AlertEntry changed = this.history.change(entry, decision, now());
		counter(name(decision)).increment();
		if (current) {
			send(alert, changed, this.channels.of(alert));
		}
	}

	private void send(Alert alert, AlertEntry entry, Set<String> names) {
		names.forEach((name) -> this.pending.add(new Pending(entry.id(), name)));
		this.channels.send(alert, names, (report) -> ended(entry, report));
		log.info("Alert {} of {} is {}: told by {}", alert.name(), alert.service(), alert.status(), names);
	}

	private void ended(AlertEntry entry, DeliveryReport report) {
		try {
			this.history.delivered(entry, report, AlertEntry.stored(this.clock.instant()));
		}
		finally {
			this.pending.remove(new Pending(entry.id(), report.channel()));
		}
	}

	/**
	 * Never the same twice, as the history is in the order of time.
	 */
	private synchronized Instant now() {
		Instant now = AlertEntry.stored(this.clock.instant());
		this.last = now.isAfter(this.last) ? now : this.last.plus(1, ChronoUnit.MICROS);
		return this.last;
	}

	@Override
	public void close() {
		this.releases.shutdownNow();
	}

	/**
	 * A delivery that has not ended.
	 *
	 * @param entry the alert
	 * @param channel the channel
	 */
	private record Pending(String entry, String channel) {

	}

}
