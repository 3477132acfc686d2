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

package io.sightline.diagnostics.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.sightline.audit.AuditEvents;
import io.sightline.tracing.sampling.SamplingChange;
import io.sightline.tracing.sampling.SamplingControl;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Changes sampling, and records who did.
 */
final class SamplingChanges {

	private final ObjectProvider<SamplingControl> controls;

	private final ObjectProvider<AuditEvents> audit;

	SamplingChanges(ObjectProvider<SamplingControl> controls, ObjectProvider<AuditEvents> audit) {
		this.controls = controls;
		this.audit = audit;
		controls.ifUnique((control) -> control.onExpiry(this::expired));
	}

	/**
	 * Whose request found out has nothing to do with it.
	 */
	private void expired() {
		this.audit.ifUnique((events) -> events.event("sampling_reverted").by(AuditEvents.UNKNOWN).record());
	}

	boolean isPossible() {
		return this.controls.getIfUnique() != null;
	}

	void change(double ratio, Duration duration, @Nullable String route) {
		SamplingChange change = new SamplingChange(ratio, route, duration);
		this.controls.ifUnique((control) -> control.change(change));
		this.audit.ifUnique((events) -> events.event("sampling_changed")
			.with("ratio", ratio)
			.with("duration_s", duration.toSeconds())
			.with("route", route)
			.record());
	}

	void revert() {
		this.controls.ifUnique(SamplingControl::revert);
		this.audit.ifUnique((events) -> events.event("sampling_reverted").record());
	}

	/**
	 * The change that holds, with the time it still has; empty if there is none.
	 */
	Map<String, Object> current() {
		Map<String, Object> current = new LinkedHashMap<>();
		SamplingControl control = this.controls.getIfUnique();
		if (control != null) {
			control.current().ifPresent((change) -> {
				current.put("ratio", change.ratio());
				if (change.route() != null) {
					current.put("route", change.route());
				}
				current.put("secondsLeft", change.duration().toSeconds());
			});
		}
		return current;
	}

}
