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

package io.sightline.test;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;

/**
 * What one test recorded with one meter, after filters and limits.
 *
 * @param meter the meter, with its tags: one series
 * @param count how often something was recorded
 * @param total the sum of what was recorded: of a timer in seconds
 */
public record Recording(Meter.Id meter, long count, double total) {

	Recording plus(Recording other) {
		return new Recording(this.meter, this.count + other.count, this.total + other.total);
	}

	boolean matches(String name, Iterable<Tag> tags) {
		if (!this.meter.getName().equals(name)) {
			return false;
		}
		for (Tag tag : tags) {
			if (!tag.getValue().equals(this.meter.getTag(tag.getKey()))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.meter.getName()).append('{');
		String separator = "";
		for (Tag tag : this.meter.getTagsAsIterable()) {
			text.append(separator).append(tag.getKey()).append('=').append(tag.getValue());
			separator = ", ";
		}
		return text.append("} count ").append(this.count).append(", total ").append(this.total).toString();
	}

}
