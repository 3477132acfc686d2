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

package io.sightline.console.scrape;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a target is doing.
 *
 * @param service the service
 * @param instance its address
 * @param up whether it told its meters, or says that it has none
 * @param problems what could not be had of it
 * @param samples how many values it told last
 * @param dropped how many values were left out because they were too many, all in all
 * @param malformed how many lines made no sense, all in all
 * @param tookMs how long asking for the meters took last, in milliseconds
 * @param askedUs when it was asked last, in microseconds since the epoch
 */
record TargetStatus(String service, String instance, boolean up, List<String> problems, long samples, long dropped,
		long malformed, @Nullable Long tookMs, long askedUs) {
}
