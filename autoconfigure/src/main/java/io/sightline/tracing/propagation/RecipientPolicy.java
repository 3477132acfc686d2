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

import org.jspecify.annotations.Nullable;

/**
 * Who is told something by the headers of a request or message, and whose answer is
 * believed.
 *
 * @param hosts the hosts that are
 * @param destinations finds the host that a carrier of headers goes to
 */
public record RecipientPolicy(HostPolicy hosts, Destinations destinations) {

	/**
	 * Whether the recipient of a request or message is on the list.
	 * @param carrier the request or message
	 * @return {@code true} also for every broker of messages
	 */
	public boolean allows(@Nullable Object carrier) {
		if (this.hosts.isAll()) {
			return true;
		}
		Destination destination = this.destinations.find(carrier);
		return destination.isMessage() || this.hosts.allows(destination.host());
	}

	/**
	 * Finds where a carrier of headers goes.
	 */
	@FunctionalInterface
	public interface Destinations {

		/**
		 * Where a request or message goes.
		 * @param carrier the request or message
		 * @return where it goes
		 */
		Destination find(@Nullable Object carrier);

	}

	/**
	 * Where a carrier of headers goes.
	 *
	 * @param host the host of a request, or {@code null} if nobody knows
	 * @param isMessage whether it goes to a broker, which is configured and not addressed
	 */
	public record Destination(@Nullable String host, boolean isMessage) {

		/**
		 * A broker of messages.
		 */
		public static final Destination MESSAGE = new Destination(null, true);

		/**
		 * Nobody knows.
		 */
		public static final Destination UNKNOWN = new Destination(null, false);

	}

}
