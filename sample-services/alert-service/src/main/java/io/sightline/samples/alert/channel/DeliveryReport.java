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

import org.jspecify.annotations.Nullable;

/**
 * How the delivery of an alert by one channel ended.
 *
 * @param channel the name of the channel
 * @param outcome how it ended
 * @param attempts how often it was tried
 * @param error why it failed, {@code null} if it did not
 */
public record DeliveryReport(String channel, Outcome outcome, int attempts, @Nullable String error) {

	/**
	 * How a delivery ends.
	 */
	public enum Outcome {

		/**
		 * The other side has taken it.
		 */
		DELIVERED,

		/**
		 * The other side did not take it, however often it was asked.
		 */
		FAILED,

		/**
		 * Too many wait for the channel.
		 */
		DROPPED

	}

}
