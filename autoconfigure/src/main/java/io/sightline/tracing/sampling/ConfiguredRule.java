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

package io.sightline.tracing.sampling;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * A rule in words: applies to spans that match all that is given.
 */
public final class ConfiguredRule implements SamplingRule {

	/**
	 * Where the route is, by preference: OpenTelemetry's name, Micrometer's, and what is
	 * known when a request begins.
	 */
	private static final List<String> ROUTE = List.of("http.route", "uri", "url.path");

	private static final List<String> METHOD = List.of("http.request.method", "method");

	private final @Nullable RoutePattern route;

	private final @Nullable String method;

	private final Map<String, String> attributes;

	private final OptionalDouble ratio;

	/**
	 * Creates a rule.
	 * @param route the route or path, with wild cards, or {@code null} for any
	 * @param method the method of the request, or {@code null} for any
	 * @param attributes the attributes and their values, where {@code *} is any value
	 * @param ratio the share of such traces to keep
	 */
	public ConfiguredRule(@Nullable String route, @Nullable String method, Map<String, String> attributes,
			double ratio) {
		this.route = (route != null) ? new RoutePattern(route) : null;
		this.method = method;
		this.attributes = Map.copyOf(attributes);
		this.ratio = OptionalDouble.of(ratio);
	}

	@Override
	public OptionalDouble ratio(SpanFacts span) {
		return (isRoute(span) && isMethod(span) && hasAttributes(span)) ? this.ratio : OptionalDouble.empty();
	}

	private boolean isRoute(SpanFacts span) {
		RoutePattern pattern = this.route;
		return pattern == null || ROUTE.stream().anyMatch((key) -> {
			String value = span.attribute(key);
			return value != null && pattern.matches(value);
		});
	}

	private boolean isMethod(SpanFacts span) {
		String expected = this.method;
		return expected == null || METHOD.stream().anyMatch((key) -> expected.equalsIgnoreCase(span.attribute(key)));
	}

	private boolean hasAttributes(SpanFacts span) {
		return this.attributes.entrySet().stream().allMatch((entry) -> {
			String value = span.attribute(entry.getKey());
			return value != null && ("*".equals(entry.getValue()) || value.equals(entry.getValue()));
		});
	}

}
