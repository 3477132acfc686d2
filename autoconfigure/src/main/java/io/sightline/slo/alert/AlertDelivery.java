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

import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every channel, whatever the others do, and counts whether it could.
 */
public final class AlertDelivery {

	private static final Logger logger = LoggerFactory.getLogger(AlertDelivery.class);

	private final List<NotificationChannel> channels;

	private final MeterRegistry registry;

	/**
	 * Creates a delivery.
	 * @param channels who is told
	 * @param registry counts the notifications
	 */
	public AlertDelivery(List<NotificationChannel> channels, MeterRegistry registry) {
		this.channels = List.copyOf(channels);
		this.registry = registry;
	}

	/**
	 * Tells every channel.
	 * @param alert the alert
	 */
	public void deliver(Alert alert) {
		for (NotificationChannel channel : this.channels) {
			count(channel.name(), send(channel, alert) ? "sent" : "failed");
		}
	}

	private static boolean send(NotificationChannel channel, Alert alert) {
		try {
			channel.send(alert);
			return true;
		}
		catch (Exception | LinkageError ex) {
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			logger.warn("Channel {} could not tell of alert {}", channel.name(), alert.name(), ex);
			return false;
		}
	}

	private void count(String channel, String outcome) {
		Counter.builder("sightline.alert.notifications")
			.description("Alerts that channels were to tell of")
			.tag("channel", channel)
			.tag("outcome", outcome)
			.register(this.registry)
			.increment();
	}

}
