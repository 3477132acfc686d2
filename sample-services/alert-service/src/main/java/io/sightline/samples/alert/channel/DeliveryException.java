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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A channel did not take an alert. Its message never has an address: many of them are
 * secrets.
 */
public final class DeliveryException extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean worthRetry;

	private final @Nullable Duration retryAfter;

	private DeliveryException(String message, boolean worthRetry, @Nullable Duration retryAfter) {
		super(message);
		this.worthRetry = worthRetry;
		this.retryAfter = retryAfter;
	}

	static DeliveryException temporary(String message, @Nullable Duration retryAfter) {
		return new DeliveryException(message, true, retryAfter);
	}

	static DeliveryException permanent(String message) {
		return new DeliveryException(message, false, null);
	}

	boolean isWorthRetry() {
		return this.worthRetry;
	}

	/**
	 * How long the other side asked to be left alone.
	 */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
