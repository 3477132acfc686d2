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

package io.sightline.console.slo;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The objectives of all services.
 *
 * @param objectives the objectives, by service and name
 */
record SloView(List<Entry> objectives) {

	/**
	 * An objective as an instance sees it; other instances have figures of their own.
	 *
	 * @param service the service
	 * @param instance the address of the instance
	 * @param askedUs when it said so, in microseconds since the epoch
	 * @param stale why it could not be asked since
	 * @param seenSeconds for how long the instance has counted, of the period
	 * @param objective what it said
	 */
	record Entry(String service, String instance, long askedUs, @Nullable String stale, @Nullable Long seenSeconds,
			SloReport objective) {
	}

}
