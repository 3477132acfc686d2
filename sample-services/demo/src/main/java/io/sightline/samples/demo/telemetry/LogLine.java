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

package io.sightline.samples.demo.telemetry;

import java.time.Instant;

/**
 * One line of a service's log, as far as the contract goes that every line fulfils.
 *
 * @param timestamp when it was logged
 * @param level its level
 * @param service the service that logged it
 * @param logger the logger
 * @param thread the thread
 * @param message the message
 * @param traceId the trace it belongs to, empty outside a trace
 */
public record LogLine(Instant timestamp, String level, String service, String logger, String thread, String message,
		String traceId) {

	/**
	 * Return whether somebody should have a look.
	 * @return whether the level is WARN or ERROR
	 */
	public boolean isAlarming() {
		return "WARN".equals(this.level) || "ERROR".equals(this.level);
	}

}
