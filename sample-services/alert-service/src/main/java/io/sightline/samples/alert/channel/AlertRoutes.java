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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which channels an alert goes to.
 *
 * @param severities the channels of each severity
 * @param services the channels that alerts of a service go to as well
 */
record AlertRoutes(Map<String, List<String>> severities, Map<String, List<String>> services) {

	/**
	 * The channels of an alert.
	 * @param alert the alert
	 * @param configured the channels there are
	 * @return those it goes to: the log if there is no other
	 */
	Set<String> of(Alert alert, Set<String> configured) {
		Set<String> channels = new LinkedHashSet<>(this.severities.getOrDefault(alert.severity(), List.of()));
		channels.addAll(this.services.getOrDefault(alert.service(), List.of()));
		channels.retainAll(configured);
		return channels.isEmpty() ? Set.of(LogChannel.NAME) : channels;
	}

}
