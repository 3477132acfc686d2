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

package io.sightline.samples.common.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.sightline.samples.common.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/**
 * One item of the header {@code X-Chaos}: {@code fail} or {@code latency=1500ms}, for the
 * service that gets the request, or, as {@code payment-service:fail}, for the named
 * service wherever the request leads to.
 *
 * @param service the service that is meant, or {@code null}
 * @param fail whether the request fails
 * @param latency how long the request waits
 */
record ChaosDirective(@Nullable String service, boolean fail, Duration latency) {

	static final String HEADER = "X-Chaos";

	/** A header must not park threads for longer than a client would wait. */
	static final Duration MAX_LATENCY = Duration.ofSeconds(30);

	private static final Pattern SYNTAX = Pattern.compile("(?:([a-z][a-z-]{0,40}):)?(?:(fail)|latency=(\\d{1,6}m?s))");

	static List<ChaosDirective> parse(@Nullable String header) {
		return Arrays.stream(StringUtils.tokenizeToStringArray(header, ",")).map(ChaosDirective::parseOne).toList();
	}

	/**
	 * The part of a header that is meant for services further down.
	 * @param header the header of the current request
	 * @return the header to pass on, or an empty string
	 */
	static String passedOn(@Nullable String header) {
		return Arrays.stream(StringUtils.tokenizeToStringArray(header, ","))
			.filter((item) -> item.contains(":"))
			.collect(Collectors.joining(","));
	}

	boolean appliesTo(String name) {
		return this.service == null || this.service.equals(name);
	}

	private static ChaosDirective parseOne(String item) {
		Matcher matcher = SYNTAX.matcher(item);
		if (!matcher.matches()) {
			throw ProblemException.invalid(HEADER, "must be like fail, latency=1500ms or payment-service:fail");
		}
		String latency = matcher.group(3);
		Duration wait = (latency != null) ? DurationStyle.SIMPLE.parse(latency) : Duration.ZERO;
		return new ChaosDirective(matcher.group(1), matcher.group(2) != null,
				(wait.compareTo(MAX_LATENCY) > 0) ? MAX_LATENCY : wait);
	}

}
