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

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes alerts to the log, as structured fields.
 */
public final class LoggingChannel implements NotificationChannel {

	private static final Logger logger = LoggerFactory.getLogger("io.sightline.alert");

	@Override
	public void send(Alert alert) {
		LoggingEventBuilder line = switch (alert.severity()) {
			case INFO -> logger.atInfo();
			case WARNING -> logger.atWarn();
			case CRITICAL -> logger.atError();
		};
		line.addKeyValue("event_type", "alert")
			.addKeyValue("alert", alert.name())
			.addKeyValue("severity", alert.severity().name())
			.addKeyValue("alert_labels", alert.labels())
			.log(alert.message());
	}

}
