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
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.sightline.samples.alert.channel.Alert;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An alert in the history.
 *
 * @param id identifies the entry
 * @param fingerprint identifies what the alert is about
 * @param status whether it began or is over
 * @param name the name of the alert
 * @param severity how bad it is
 * @param service the service it is about
 * @param summary what is wrong
 * @param startsAt when it began
 * @param endsAt when it was over
 * @param receivedAt when it came in
 * @param decision whether people are told
 * @param decidedAt when that was decided
 * @param version guards against lost updates; {@code null} before it is stored
 */
@Table("alerts")
record AlertEntry(@Id String id, String fingerprint, Alert.Status status, String name, String severity, String service,
		String summary, Instant startsAt, @Nullable Instant endsAt, Instant receivedAt, Decision decision,
		Instant decidedAt, @Version @Nullable Integer version) {

	static AlertEntry of(Alert alert, Decision decision, Instant now) {
		Instant end = alert.endsAt();
		return new AlertEntry(UUID.randomUUID().toString(), alert.fingerprint(), alert.status(), alert.name(),
				alert.severity(), alert.service(), alert.summary(), stored(alert.startsAt()),
				(end != null) ? stored(end) : null, now, decision, now, null);
	}

	/**
	 * A time as databases can keep it.
	 */
	static Instant stored(Instant time) {
		return time.truncatedTo(ChronoUnit.MICROS);
	}

	AlertEntry decide(Decision changed, Instant now) {
		return new AlertEntry(this.id, this.fingerprint, this.status, this.name, this.severity, this.service,
				this.summary, this.startsAt, this.endsAt, this.receivedAt, changed, now, this.version);
	}

	/**
	 * Whether people are told.
	 */
	enum Decision {

		/**
		 * They are.
		 */
		NOTIFIED,

		/**
		 * Not yet: they were told of the same a short while ago.
		 */
		COOLING_DOWN,

		/**
		 * They are not: it was over before they would have been told.
		 */
		SKIPPED

	}

}
