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

package io.sightline.logging.async;

import java.time.Duration;

/**
 * How events are delivered.
 *
 * @param queueSize how many events may wait
 * @param maxWait how long a thread may wait for room for an important event
 * @param shutdownTimeout how long stopping waits for what is queued
 * @param repeatsPerSecond how many equal events pass a second, 0 for all
 */
public record DeliverySettings(int queueSize, Duration maxWait, Duration shutdownTimeout, int repeatsPerSecond) {

}
