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

package io.sightline.slo.autoconfigure;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.sightline.slo.BurnWatch;
import io.sightline.slo.SloStatus;
import io.sightline.slo.SloTracker;
import io.sightline.slo.source.SloMeters;
import io.sightline.slo.source.SloTrackers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the objectives every ten seconds, from before the first request to after the
 * last one, with one thread of its own. No objectives, no thread.
 */
final class SloSchedule implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SloSchedule.class);

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	/**
	 * Before Boot's web servers start, and so after they have stopped.
	 */
	private static final int PHASE = Integer.MAX_VALUE - 8192;

	private final SloTrackers trackers;

	private final SloMeters meters;

	private final @Nullable SloStateFile stateFile;

	private final BurnWatch watch;

	private final ApplicationEventPublisher publisher;

	private @Nullable ScheduledExecutorService thread;

	private @Nullable ScheduledFuture<?> task;

	SloSchedule(SloTrackers trackers, SloMeters meters, @Nullable SloStateFile stateFile, BurnWatch watch,
			ApplicationEventPublisher publisher) {
		this.trackers = trackers;
		this.meters = meters;
		this.stateFile = stateFile;
		this.watch = watch;
		this.publisher = publisher;
	}

	static SloSchedule of(SloTrackers trackers, SloMeters meters, SloProperties properties,
			ApplicationEventPublisher publisher) {
		SloStateFile stateFile = (properties.stateFile() != null) ? new SloStateFile(properties.stateFile()) : null;
		return new SloSchedule(trackers, meters, stateFile, new BurnWatch(properties.coolDown(), System::nanoTime),
				publisher);
	}

	@Override
	public void start() {
		if (this.trackers.all().isEmpty()) {
			return;
		}
		this.meters.check();
		this.trackers.all().forEach((tracker) -> warnOfSilentTiers(tracker.status()));
		if (this.stateFile != null) {
			this.stateFile.restore(this.trackers.all());
		}
		this.thread = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread created = new Thread(work, "sightline-slo");
			created.setDaemon(true);
			return created;
		});
		this.task = this.thread.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private static void warnOfSilentTiers(SloStatus status) {
		status.tiers()
			.stream()
			.filter((tier) -> !tier.reachable())
			.forEach((tier) -> logger.warn(
					"Objective '{}': {} can never fire, as even an outage burns a budget of {} slower than {} times",
					status.objective().name(), tier.tier().alert(), status.objective().budget().toPlainString(),
					tier.factor().toPlainString()));
	}

	void look() {
		try {
			this.meters.poll();
			for (SloTracker tracker : this.trackers.all()) {
				this.watch.look(tracker.status()).ifPresent(this::publish);
			}
			if (this.stateFile != null) {
				this.stateFile.saveSometimes(this.trackers.all());
			}
		}
		catch (Throwable ex) {
			// A task that throws is never run again.
			logger.warn("Objectives could not be looked at, which is tried again", ex);
		}
	}

	private void publish(Object event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Throwable ex) {
			logger.warn("A listener failed on {}", event, ex);
		}
	}

	@Override
	public void stop() {
		if (this.thread == null) {
			return;
		}
		if (this.task != null) {
			this.task.cancel(false);
		}
		this.thread.shutdown();
		this.thread = null;
		this.meters.poll();
		if (this.stateFile != null) {
			this.stateFile.save(this.trackers.all());
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
