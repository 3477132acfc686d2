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

import java.time.Duration;

/**
 * How log events are exported.
 *
 * @param queueSize how many events may wait
 * @param batchSize how many are sent at once, at most
 * @param delay how long an event waits for others, at most
 * @param timeout how long a batch may take
 * @param shutdownTimeout how long the end of the application waits for what is left
 */
public record LogExportSettings(int queueSize, int batchSize, Duration delay, Duration timeout,
		Duration shutdownTimeout) {

}
