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

package io.sightline.logging.autoconfigure;

import java.time.Duration;

import io.sightline.audit.AuditEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.logging.LogLevel;

/**
 * Records who changed a level, and when it went back.
 */
final class LevelAudit {

	private final ObjectProvider<AuditEvents> audit;

	LevelAudit(ObjectProvider<AuditEvents> audit) {
		this.audit = audit;
	}

	/**
	 * Somebody changed a level.
	 * @param name the logger or the group
	 * @param level the level, or {@code null} to inherit it
	 * @param time for how long, or {@code null} for good
	 */
	void changed(String name, @Nullable LogLevel level, @Nullable Duration time) {
		this.audit.ifUnique((events) -> events.event("log_level_changed")
			.with("logger", name)
			.with("level", level)
			.with("duration_s", (time != null) ? time.toSeconds() : null)
			.record());
	}

	/**
	 * A level went back by itself.
	 */
	void reverted(String logger, @Nullable LogLevel level) {
		this.audit.ifUnique(
				(events) -> events.event("log_level_reverted").with("logger", logger).with("level", level).record());
	}

}
