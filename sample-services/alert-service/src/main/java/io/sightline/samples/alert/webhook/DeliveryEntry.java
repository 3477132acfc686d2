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

import java.time.Instant;
import java.util.UUID;

import io.sightline.samples.alert.channel.DeliveryReport;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How the delivery of an alert ended.
 *
 * @param id identifies the entry
 * @param alertId the alert
 * @param channel the channel
 * @param outcome how it ended
 * @param attempts how often it was tried
 * @param error why it failed
 * @param finishedAt when it ended
 * @param version {@code null} before it is stored
 */
@Table("alert_deliveries")
record DeliveryEntry(@Id String id, String alertId, String channel, DeliveryReport.Outcome outcome, int attempts,
		@Nullable String error, Instant finishedAt, @Version @Nullable Integer version) {

	static DeliveryEntry of(AlertEntry alert, DeliveryReport report, Instant now) {
		return new DeliveryEntry(UUID.randomUUID().toString(), alert.id(), report.channel(), report.outcome(),
				report.attempts(), report.error(), now, null);
	}

}
