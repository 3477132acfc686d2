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

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.sightline.metrics.business.BusinessMeter.Type;
import org.jspecify.annotations.Nullable;

/**
 * The meters that are declared.
 */
public final class BusinessMeters {

	private final Map<String, BusinessMeter> meters = new LinkedHashMap<>();

	/**
	 * Creates it.
	 * @param meters the declarations, each name once
	 */
	public BusinessMeters(Collection<BusinessMeter> meters) {
		for (BusinessMeter meter : meters) {
			BusinessMeter other = this.meters.put(meter.name(), meter);
			if (other != null && !other.equals(meter)) {
				throw new InvalidBusinessMeterException(meter.name(), "it is declared twice, and not alike");
			}
		}
	}

	/**
	 * The declarations.
	 * @return all of them
	 */
	public Collection<BusinessMeter> all() {
		return Collections.unmodifiableCollection(this.meters.values());
	}

	@Nullable BusinessMeter find(String name) {
		return this.meters.get(name);
	}

	/**
	 * Say what is wrong with the use of a meter, if anything.
	 */
	@Nullable String problem(String name, Type type) {
		BusinessMeter meter = this.meters.get(name);
		if (meter == null) {
			String declared = this.meters.keySet().stream().sorted().collect(Collectors.joining(", "));
			return "it is not declared. Add it to 'sightline.metrics.business.meters' or declare a BusinessMeter bean. "
					+ "Declared are: " + (declared.isEmpty() ? "none" : declared);
		}
		if (meter.type() != type) {
			return "it is declared as %s and used as %s".formatted(meter.type(), type);
		}
		return null;
	}

	/**
	 * Say what is wrong with a tag, if anything.
	 */
	static @Nullable String problem(BusinessMeter meter, String key) {
		if (meter.tags().contains(key)) {
			return null;
		}
		if (IdLike.isKey(key)) {
			return IdLike.explain(key);
		}
		return "the tag '%s' is not declared. Declared are: %s".formatted(key,
				meter.tags().isEmpty() ? "none" : String.join(", ", meter.tags()));
	}

}
