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

package io.sightline.slo.alert.autoconfigure;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.sightline.slo.BurnTier;
import io.sightline.slo.SloBurnRateEvent;
import io.sightline.slo.alert.Alert;
import io.sightline.slo.alert.AlertDelivery;
import io.sightline.slo.alert.AlertRules;
import io.sightline.slo.alert.AlertSeverity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the rules at intervals and tells the channels, on a thread of its own, so that a
 * slow channel holds nobody up. Alerts that wait are few; more than that are dropped with
 * a line in the log. The thread starts with the first need for it.
 */
final class AlertSchedule implements SmartLifecycle, ApplicationListener<PayloadApplicationEvent<SloBurnRateEvent>> {

	private static final Logger logger = LoggerFactory.getLogger(AlertSchedule.class);

	private static final int WAITING = 100;

	private final AlertRules rules;

	private final AlertDelivery delivery;

	private final Duration interval;

	private final BlockingQueue<Alert> waiting = new ArrayBlockingQueue<>(WAITING);

	private @Nullable ScheduledExecutorService thread;

	private @Nullable ScheduledFuture<?> task;

	private boolean running;

	AlertSchedule(AlertRules rules, AlertDelivery delivery, Duration interval) {
		this.rules = rules;
		this.delivery = delivery;
		this.interval = interval;
	}

	@Override
	public synchronized void start() {
		this.running = true;
		if (!this.rules.isEmpty()) {
			this.task = thread().scheduleWithFixedDelay(() -> this.rules.evaluate(this.delivery::deliver),
					this.interval.toMillis(), this.interval.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<SloBurnRateEvent> event) {
		BurnTier tier = event.getPayload().tier();
		AlertSeverity severity = AlertSeverity.valueOf(tier.severity().toUpperCase(Locale.ROOT));
		tell(new Alert(tier.alert(), severity, event.getPayload().message(),
				Map.of("slo", event.getPayload().status().objective().name())));
	}

	private synchronized void tell(Alert alert) {
		if (!this.running) {
			return;
		}
		if (this.waiting.offer(alert)) {
			thread().execute(this::deliverNext);
		}
		else {
			logger.warn("Alert {} is dropped, as {} wait to be told: {}", alert.name(), WAITING, alert.message());
		}
	}

	private void deliverNext() {
		Alert next = this.waiting.poll();
		if (next != null) {
			this.delivery.deliver(next);
		}
	}

	private ScheduledExecutorService thread() {
		if (this.thread == null) {
			this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
				Thread created = new Thread(work, "sightline-alerts");
				created.setDaemon(true);
				return created;
			});
		}
		return this.thread;
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		if (this.task != null) {
			this.task.cancel(false);
		}
		if (this.thread != null) {
			this.thread.shutdown();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.running;
	}

}
