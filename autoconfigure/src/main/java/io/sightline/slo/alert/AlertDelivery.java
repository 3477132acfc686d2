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

package io.sightline.slo.alert;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Tells every channel, whatever the others do, and counts whether it could. Each has a
 * thread of its own, so that nobody who tells of an alert waits.
 */
public final class AlertDelivery implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final List<ChannelThread> channels;

	/**
	 * Creates a delivery.
	 * @param channels who is told
	 * @param registry counts the notifications
	 */
	public AlertDelivery(List<NotificationChannel> channels, MeterRegistry registry) {
		this.channels = channels.stream().map((channel) -> new ChannelThread(channel, registry)).toList();
	}

	/**
	 * Tells every channel. Returns at once.
	 * @param alert the alert
	 */
	public void deliver(Alert alert) {
		this.channels.forEach((channel) -> channel.tell(alert));
	}

	/**
	 * Tells what waits, as far as that is possible within a second.
	 */
	@Override
	public void close() {
		this.channels.forEach(ChannelThread::end);
		long end = System.nanoTime() + PATIENCE.toNanos();
		try {
			for (ChannelThread channel : this.channels) {
				channel.end(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
