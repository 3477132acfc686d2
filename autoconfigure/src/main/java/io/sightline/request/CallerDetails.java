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

package io.sightline.request;

import java.util.List;
import java.util.function.Function;

import io.sightline.context.Caller;
import io.sightline.context.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of the caller of a request. By default nothing: it is about people.
 *
 * @param user whether the user is noted
 * @param userHeader the header that has the user, empty for the authenticated principal
 * @param clientAddresses finds the address of the client, {@code null} to leave it out
 * @param userAgent whether the client's name for itself is noted
 * @param syntheticHeader the header of requests that no user caused, empty for none
 */
public record CallerDetails(boolean user, String userHeader, @Nullable ClientAddresses clientAddresses,
		boolean userAgent, String syntheticHeader) {

	/**
	 * Notes nothing.
	 */
	public static final CallerDetails NONE = new CallerDetails(false, "", null, false, "");

	private static final int MAX_USER_AGENT_LENGTH = 256;

	/**
	 * Whether the user is the authenticated principal.
	 * @return {@code true} if a principal is to be noted
	 */
	public boolean isPrincipal() {
		return this.user && this.userHeader.isEmpty();
	}

	/**
	 * Notes what is to be noted.
	 * @param context where to
	 * @param headers the values of a header of the request
	 * @param peer the address at the other end of the connection
	 */
	public void describe(RequestContext context, Function<String, List<String>> headers, @Nullable String peer) {
		if (this.user && !this.userHeader.isEmpty()) {
			context.userId(first(headers.apply(this.userHeader)));
		}
		if (!this.syntheticHeader.isEmpty() && "true".equalsIgnoreCase(first(headers.apply(this.syntheticHeader)))) {
			context.synthetic();
		}
		if (this.clientAddresses != null || this.userAgent) {
			String ip = (this.clientAddresses != null)
					? this.clientAddresses.find(peer, headers.apply("X-Forwarded-For")) : null;
			String agent = this.userAgent ? first(headers.apply("User-Agent")) : null;
			context.caller(new Caller(ip, (agent != null && agent.length() > MAX_USER_AGENT_LENGTH)
					? agent.substring(0, MAX_USER_AGENT_LENGTH) : agent));
		}
	}

	private static @Nullable String first(List<String> values) {
		return values.isEmpty() ? null : values.get(0);
	}

}
