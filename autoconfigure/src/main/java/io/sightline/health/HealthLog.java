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

package io.sightline.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import org.springframework.boot.health.contributor.Status;

/**
 * One line a change of status: a warning when it gets worse.
 */
public final class HealthLog implements CheckListener {

	private static final Logger logger = LoggerFactory.getLogger("io.sightline.health");

	@Override
	public void changed(HealthChange change) {
		Status from = change.from();
		int before = (from != null) ? HealthStatus.rank(from) : HealthStatus.rank(Status.UP);
		int now = HealthStatus.rank(change.to());
		if (from == null && now == before) {
			return;
		}
		LoggingEventBuilder line = (now < before) ? logger.atWarn() : logger.atInfo();
		String was = (from != null) ? from.getCode() : "unknown";
		String reason = (change.reason() != null) ? ": " + change.reason() : "";
		line.addKeyValue("event_type", "health_change")
			.addKeyValue("health_check", change.check())
			.addKeyValue("health_from", was)
			.addKeyValue("health_to", change.to().getCode())
			.log("Health of {} is {}, was {}{}", change.check(), change.to(), was, reason);
	}

}
