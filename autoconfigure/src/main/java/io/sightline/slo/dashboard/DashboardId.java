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

package io.sightline.slo.dashboard;

import java.util.Locale;

/**
 * The id of a dashboard that each application has of its own: Grafana replaces a
 * dashboard by another of the same id, and takes no id of more than 40 characters.
 */
final class DashboardId {

	private static final int LONGEST = 40;

	private DashboardId() {
	}

	/**
	 * The same for the same application, another for another one.
	 */
	static String of(String kind, String application) {
		String id = kind + "-" + application;
		if (id.length() <= LONGEST && application.matches("[a-z0-9-]+")) {
			return id;
		}
		String hash = String.format(Locale.ROOT, "_%08x", application.hashCode());
		String readable = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
		return readable.substring(0, Math.min(readable.length(), LONGEST - hash.length())) + hash;
	}

}
