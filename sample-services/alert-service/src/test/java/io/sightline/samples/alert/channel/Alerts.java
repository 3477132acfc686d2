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

package io.sightline.samples.alert.channel;

import java.time.Instant;

import io.sightline.samples.alert.channel.Alert.Status;

/**
 * Alerts to test with.
 */
final class Alerts {

	private Alerts() {
	}

	static Alert of(Status status, String severity, String service) {
		return new Alert("f1", status, "SloFastBurn", severity, service, "burns <fast>", "10 % failed",
				"https://example.com/runbooks/SloFastBurn.md", "http://prometheus/graph",
				Instant.parse("2026-03-04T05:06:07Z"),
				(status == Status.RESOLVED) ? Instant.parse("2026-03-04T06:00:00Z") : null);
	}

	static Alert critical() {
		return of(Status.FIRING, "critical", "payment-service");
	}

}
