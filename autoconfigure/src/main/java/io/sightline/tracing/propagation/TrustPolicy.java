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
package io.sightline.tracing.propagation;

import java.util.List;
import java.util.Locale;

import io.opentelemetry.context.Context;
import io.sightline.context.IpRange;
import org.jspecify.annotations.Nullable;

/**
 * Whose trace context is believed.
 */
public final class TrustPolicy {

	private static final String ALWAYS = "always";

	private static final String NEVER = "never";

	private final boolean always;

	private final List<IpRange> ranges;

	private TrustPolicy(boolean always, List<IpRange> ranges) {
		this.always = always;
		this.ranges = ranges;
	}

	/**
	 * Reads a policy.
	 * @param values {@code always}, {@code never}, or ranges of addresses
	 * @return the policy
	 * @throws IllegalArgumentException if a value is none of these, or they contradict
	 */
	public static TrustPolicy of(List<String> values) {
		List<String> words = values.stream().map((value) -> value.strip().toLowerCase(Locale.ROOT)).toList();
		if (words.isEmpty() || words.equals(List.of(ALWAYS))) {
			return new TrustPolicy(true, List.of());
		}
		if (words.equals(List.of(NEVER))) {
			return new TrustPolicy(false, List.of());
		}
		if (words.contains(ALWAYS) || words.contains(NEVER)) {
			throw new IllegalArgumentException("'always' and 'never' stand alone: " + String.join(", ", values));
		}
		return new TrustPolicy(false, words.stream().map(IpRange::parse).toList());
	}

	/**
	 * Whether a span is the first for a caller that is not believed.
	 * @param parentContext the context in which the span starts
	 * @return {@code false} also for a span with a parent
	 */
	public static boolean isUntrusted(Context parentContext) {
		RemoteSpan caller = RemoteSpan.of(parentContext);
		return caller != null && caller.untrusted() != null;
	}

	boolean isAlways() {
		return this.always;
	}

	/**
	 * Whether a caller is believed.
	 * @param address its address, or {@code null} if it has none, such as a message
	 * @return {@code true} if its context is continued
	 */
	boolean isTrusted(@Nullable String address) {
		if (this.always || this.ranges.isEmpty()) {
			return this.always;
		}
		if (address == null) {
			return true;
		}
		byte[] bytes = IpRange.address(address);
		return bytes != null && this.ranges.stream().anyMatch((range) -> range.contains(bytes));
	}

}
