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

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.micrometer.common.annotation.NoOpValueResolver;
import io.micrometer.common.annotation.ValueResolver;
import io.micrometer.core.aop.MeterTag;
import io.sightline.metrics.business.BusinessMeter.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method that counts.
 */
final class CountedEvent {

	private static final int RESULT = -1;

	private final String meter;

	private final List<Source> sources = new ArrayList<>();

	CountedEvent(Method method, CountedBusinessEvent annotation) {
		this.meter = annotation.value();
		add(RESULT, method.getAnnotationsByType(MeterTag.class), method.getName());
		Parameter[] parameters = method.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			add(i, parameters[i].getAnnotationsByType(MeterTag.class), parameters[i].getName());
		}
	}

	private void add(int index, MeterTag[] tags, String name) {
		for (MeterTag tag : tags) {
			String key = tag.key().isEmpty() ? tag.value() : tag.key();
			if (!tag.expression().isEmpty()) {
				throw new InvalidBusinessMeterException(this.meter,
						"the tag of '%s' is an expression. Name a resolver instead".formatted(name));
			}
			this.sources.add(new Source(key.isEmpty() ? name : key, index, tag.resolver()));
		}
	}

	String meter() {
		return this.meter;
	}

	void check(BusinessMeters meters) {
		String problem = meters.problem(this.meter, Type.COUNTER);
		BusinessMeter declared = meters.find(this.meter);
		if (declared != null && problem == null) {
			for (Source source : this.sources) {
				problem = (problem != null) ? problem : BusinessMeters.problem(declared, source.key());
			}
		}
		if (problem != null) {
			throw new InvalidBusinessMeterException(this.meter, problem);
		}
	}

	String[] tags(@Nullable Object[] arguments, @Nullable Object result,
			Function<Class<? extends ValueResolver>, ValueResolver> resolvers) {
		String[] tags = new String[2 * this.sources.size()];
		int next = 0;
		for (Source source : this.sources) {
			Object value = (source.index() == RESULT) ? result : arguments[source.index()];
			tags[next++] = source.key();
			tags[next++] = (source.resolver() != NoOpValueResolver.class)
					? resolvers.apply(source.resolver()).resolve(value) : String.valueOf(value);
		}
		return tags;
	}

	private record Source(String key, int index, Class<? extends ValueResolver> resolver) {

	}

}
