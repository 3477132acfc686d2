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
 * Asks the rules at intervals, on a thread that starts only if there are rules, and tells
 * of what they find and of budgets that burn.
 */
final class AlertSchedule implements SmartLifecycle, ApplicationListener<PayloadApplicationEvent<SloBurnRateEvent>> {

	private static final Logger logger = LoggerFactory.getLogger(AlertSchedule.class);

	private final AlertRules rules;

	private final AlertDelivery delivery;

	private final Duration interval;

	private @Nullable ScheduledExecutorService thread;

	private @Nullable ScheduledFuture<?> task;

	private volatile boolean running;

	AlertSchedule(AlertRules rules, AlertDelivery delivery, Duration interval) {
		this.rules = rules;
		this.delivery = delivery;
		this.interval = interval;
	}

	@Override
	public synchronized void start() {
		this.running = true;
		if (this.rules.isEmpty() || this.thread != null) {
			return;
		}
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread created = new Thread(work, "sightline-alerts");
			created.setDaemon(true);
			return created;
		});
		this.task = this.thread.scheduleWithFixedDelay(this::look, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * A task that throws is never run again.
	 */
	private void look() {
		try {
			this.rules.evaluate(this.delivery::deliver);
		}
		catch (Throwable ex) {
			logger.warn("The rules of alerts could not be asked, which is tried again", ex);
		}
	}

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<SloBurnRateEvent> event) {
		if (!this.running) {
			return;
		}
		BurnTier tier = event.getPayload().tier();
		AlertSeverity severity = AlertSeverity.valueOf(tier.severity().toUpperCase(Locale.ROOT));
		this.delivery.deliver(new Alert(tier.alert(), severity, event.getPayload().message(),
				Map.of("slo", event.getPayload().status().objective().name())));
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
	public boolean isRunning() {
		return this.running;
	}

}
