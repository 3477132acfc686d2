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

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something to tell somebody.
 *
 * @param id identifies the notification
 * @param type the kind of notification
 * @param recipient an e-mail address
 * @param subject the subject line
 * @param body the text
 * @param status how far it got
 * @param error why it failed
 * @param createdAt when it was taken
 * @param finishedAt when it was delivered or failed
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("notifications")
record Notification(@Id String id, String type, String recipient, String subject, String body, Status status,
		@Nullable String error, Instant createdAt, @Nullable Instant finishedAt, @Version @Nullable Integer version) {

	Notification finish(Status result, @Nullable String reason, Instant now) {
		return new Notification(this.id, this.type, this.recipient, this.subject, this.body, result, reason,
				this.createdAt, now, this.version);
	}

	enum Status {

		QUEUED, DELIVERED, FAILED

	}

}
