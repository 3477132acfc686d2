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

package io.sightline.console.alerts;

import org.jspecify.annotations.Nullable;

/**
 * Something that fires.
 *
 * @param source {@code slo} as an instance says, or {@code alertmanager}
 * @param name the alert
 * @param service the service, or empty
 * @param instance the instance, or empty
 * @param severity how bad it is, or empty
 * @param state active, suppressed or unprocessed
 * @param summary what it says
 * @param sinceUs since when, in microseconds since the epoch
 * @param runbook where it is said what to do; http and https only
 * @param objective the objective it is about, or empty
 * @param problem why the instance could not be asked since: this is what it said last
 */
record Alert(String source, String name, String service, String instance, String severity, String state, String summary,
		@Nullable Long sinceUs, @Nullable String runbook, String objective, @Nullable String problem) {
}
