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

package io.sightline.metrics.business;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The series of a meter: all have its declared tags, and no others.
 */
final class BusinessSeries {

	private final BusinessMetrics metrics;

	private final BusinessMeter meter;

	private final boolean lenient;

	BusinessSeries(BusinessMetrics metrics, BusinessMeter meter, boolean lenient) {
		this.metrics = metrics;
		this.meter = meter;
		this.lenient = lenient;
	}

	String name() {
		return this.meter.name();
	}

	@Nullable String description() {
		return this.meter.description();
	}

	@Nullable String unit() {
		return this.meter.unit();
	}

	boolean isSingle() {
		return this.meter.tags().isEmpty();
	}

	Tags tags(String... tags) {
		if (this.lenient) {
			return Tags.empty();
		}
		rejectOthers(tags);
		List<Tag> all = new ArrayList<>();
		for (String key : this.meter.tags()) {
			all.add(Tag.of(key, value(key, tags)));
		}
		return Tags.of(all);
	}

	private void rejectOthers(String... tags) {
		if (tags.length % 2 != 0) {
			this.metrics.reject(this.meter.name(), "the last tag has a key and no value");
		}
		for (int i = 0; i < tags.length; i += 2) {
			String problem = BusinessMeters.problem(this.meter, tags[i]);
			if (problem != null) {
				this.metrics.reject(this.meter.name(), problem);
			}
		}
	}

	private String value(String key, String... tags) {
		for (int i = 0; i + 1 < tags.length; i += 2) {
			if (key.equals(tags[i])) {
				return checked(key, tags[i + 1]);
			}
		}
		this.metrics.reject(this.meter.name(), "the tag '%s' has no value".formatted(key));
		return BusinessMetrics.UNDECLARED;
	}

	private String checked(String key, @Nullable String value) {
		if (value == null || value.isBlank()) {
			return "none";
		}
		if (IdLike.isValue(value)) {
			this.metrics.reject(this.meter.name(), "a value of the " + IdLike.explain(key).substring("the ".length()));
			return BusinessMetrics.UNDECLARED;
		}
		return value;
	}

}
