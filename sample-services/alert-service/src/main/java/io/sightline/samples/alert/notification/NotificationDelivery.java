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

package io.sightline.samples.alert.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Delivers on Boot's own executor, which is bounded by {@code spring.task.execution}.
 */
@Component
class NotificationDelivery {

	private static final Logger log = LoggerFactory.getLogger(NotificationDelivery.class);

	private final NotificationRepository notifications;

	private final EmailChannel channel;

	private final MeterRegistry registry;

	NotificationDelivery(NotificationRepository notifications, EmailChannel channel, MeterRegistry registry) {
		this.notifications = notifications;
		this.channel = channel;
		this.registry = registry;
	}

	@Async
	void deliver(Notification notification) {
		try {
			this.channel.send(notification);
		}
		catch (RuntimeException ex) {
			log.error("Notification {} of type {} was not delivered", notification.id(), notification.type(), ex);
			finish(notification, Notification.Status.FAILED, ex.getClass().getSimpleName());
			return;
		}
		log.info("Delivered notification {} of type {}", notification.id(), notification.type());
		finish(notification, Notification.Status.DELIVERED, null);
	}

	private void finish(Notification notification, Notification.Status status, @Nullable String error) {
		Counter.builder("notifications")
			.description("Messages to users, by what became of them")
			.tag("type", notification.type())
			.tag("status", status.name())
			.register(this.registry)
			.increment();
		this.notifications.save(notification.finish(status, error, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
	}

}
