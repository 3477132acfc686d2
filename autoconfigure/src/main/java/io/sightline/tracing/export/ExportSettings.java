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

package io.sightline.tracing.export;

import java.time.Duration;

/**
 * How spans are exported.
 *
 * @param queueSize how many spans can wait
 * @param batchSize how many are sent at once
 * @param delay how long a span waits for others
 * @param includeUnsampled whether spans are exported that are recorded and not sampled
 * @param shutdownTimeout how long the end of the application may take to deliver
 */
public record ExportSettings(int queueSize, int batchSize, Duration delay, boolean includeUnsampled,
		Duration shutdownTimeout) {

}
