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

package io.sightline.metrics.autoconfigure;

import java.util.List;
import java.util.Set;

import io.sightline.metrics.business.BusinessMeter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Meters of what the business does.
 *
 * @param enabled Whether there are business meters.
 * @param meters Declarations of the business meters: "name", "type" ("counter", "amount",
 * "gauge" or "timer"), "description", "unit" and the keys of "tags".
 */
@ConfigurationProperties("sightline.metrics.business")
record BusinessProperties(@DefaultValue("true") boolean enabled, @DefaultValue List<Declaration> meters) {

	/**
	 * The declaration of a meter.
	 *
	 * @param name name in lower case, with dots
	 * @param type what it measures
	 * @param description what it means
	 * @param unit unit, which becomes a part of the name in Prometheus
	 * @param tags keys of the tags
	 */
	record Declaration(String name, @DefaultValue("counter") BusinessMeter.Type type, @Nullable String description,
			@Nullable String unit, @DefaultValue Set<String> tags) {

		BusinessMeter toMeter() {
			return new BusinessMeter(this.name, this.type, this.description, this.unit, this.tags);
		}

	}

}
