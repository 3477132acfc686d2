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

package io.sightline.metrics;

import java.util.Set;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Calls a method of HTTP that nobody knows {@value #OTHER}: clients make up others.
 */
public final class HttpMethodTag implements MeterFilter {

	/**
	 * Stands for all unknown methods.
	 */
	public static final String OTHER = "_OTHER";

	private static final String TAG = "method";

	private static final Set<String> METERS = Set.of("http.server.requests", "http.server.requests.active",
			"http.client.requests", "http.client.requests.active");

	private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
			"CONNECT", "QUERY", "none", OTHER);

	@Override
	public Meter.Id map(Meter.Id id) {
		if (!METERS.contains(id.getName())) {
			return id;
		}
		String method = id.getTag(TAG);
		return (method == null || KNOWN.contains(method)) ? id : id.withTag(Tag.of(TAG, OTHER));
	}

}
