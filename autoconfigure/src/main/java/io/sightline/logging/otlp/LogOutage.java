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

package io.sightline.logging.otlp;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once that log events cannot be exported, and once that they can again and how
 * many were lost. Used by one thread.
 */
final class LogOutage {

	private static final Logger logger = LoggerFactory.getLogger(LogOutage.class);

	private boolean lasting;

	private long lost;

	void lose(long count, String reason) {
		this.lost += count;
		if (!this.lasting) {
			this.lasting = true;
			logger
				.warn("Log events cannot be exported: {}. The log itself and the application are not affected; what is "
						+ "lost on the way to the receiver is counted as sightline.telemetry.items of the signal "
						+ "log_export. Check management.opentelemetry.logging.export.otlp.endpoint and that the receiver "
						+ "runs. The next message is about its recovery", reason);
		}
	}

	void end() {
		if (this.lasting) {
			this.lasting = false;
			logger.info("Log events are exported again; {} were lost", this.lost);
			this.lost = 0;
		}
	}

}
