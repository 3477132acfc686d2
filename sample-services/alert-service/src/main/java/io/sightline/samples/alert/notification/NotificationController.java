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

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.sightline.samples.common.problem.ProblemException;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/notifications")
class NotificationController {

	private static final Logger log = LoggerFactory.getLogger(NotificationController.class);

	private final NotificationRepository notifications;

	private final NotificationTexts texts;

	private final NotificationDelivery delivery;

	NotificationController(NotificationRepository notifications, NotificationTexts texts,
			NotificationDelivery delivery) {
		this.notifications = notifications;
		this.texts = texts;
		this.delivery = delivery;
	}

	@PostMapping
	ResponseEntity<NotificationView> take(@Valid @RequestBody NotificationRequest request) {
		Notification notification = this.notifications.save(notification(request));
		log.info("Took notification {} of type {}", notification.id(), notification.type());
		deliver(notification);
		return ResponseEntity.accepted()
			.location(URI.create("/notifications/" + notification.id()))
			.body(NotificationView.of(notification));
	}

	@GetMapping("/{id}")
	NotificationView show(@PathVariable String id) {
		return NotificationView
			.of(this.notifications.findById(id).orElseThrow(() -> ProblemException.notFound("Notification", id)));
	}

	private void deliver(Notification notification) {
		try {
			this.delivery.deliver(notification);
		}
		catch (TaskRejectedException ex) {
			this.notifications.save(notification.finish(Notification.Status.FAILED, "Queue full", now()));
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "Too many notifications wait for delivery", ex);
		}
	}

	private Notification notification(NotificationRequest request) {
		NotificationTexts.Text text = this.texts.text(request);
		return new Notification(UUID.randomUUID().toString(), request.type(), request.recipient(), text.subject(),
				text.body(), Notification.Status.QUEUED, null, now(), null, null);
	}

	private Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * A notification as others may see it: without address and text.
	 *
	 * @param id identifies the notification
	 * @param type the kind of notification
	 * @param status how far it got
	 * @param error why it failed
	 * @param createdAt when it was taken
	 * @param finishedAt when it was delivered or failed
	 */
	record NotificationView(String id, String type, Notification.Status status, @Nullable String error,
			Instant createdAt, @Nullable Instant finishedAt) {

		static NotificationView of(Notification notification) {
			return new NotificationView(notification.id(), notification.type(), notification.status(),
					notification.error(), notification.createdAt(), notification.finishedAt());
		}

	}

}
