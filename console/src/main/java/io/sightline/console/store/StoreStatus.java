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

package io.sightline.console.store;

/**
 * How full the store is.
 *
 * @param spans spans
 * @param logs log lines
 * @param points values of meters
 * @param series the meters that they are of
 * @param pending how many items wait to be written
 * @param refused how many items were refused because too many waited
 * @param lost how many items could not be written
 */
public record StoreStatus(SignalStatus spans, SignalStatus logs, SignalStatus points, SeriesStatus series, long pending,
		long refused, long lost) {
}
