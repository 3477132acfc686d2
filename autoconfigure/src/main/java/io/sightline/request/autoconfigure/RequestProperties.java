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

package io.sightline.request.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.sightline.request.CallerDetails;
import io.sightline.request.ClientAddresses;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Correlation of requests, and the event that sums up each of them.
 *
 * @param enabled Whether requests get a request id, on their log lines and in the
 * response headers "X-Request-ID" and "X-Trace-ID".
 * @param logStart Whether the start of a request is logged, too.
 * @param slowThreshold How long a request takes at least to be logged at WARN. Streams of
 * events are never slow.
 * @param wideEvent The event that sums up a request.
 * @param userId The user of a request, on its log lines.
 * @param clientIp The address of the client, on the log lines of a request.
 * @param userAgent The client's name for itself, on the log lines of a request.
 * @param errorFields The trace and the request, in the bodies of errors.
 */
@ConfigurationProperties("sightline.request")
record RequestProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean logStart,
		@DefaultValue("1s") Duration slowThreshold, @DefaultValue WideEvent wideEvent, @DefaultValue UserId userId,
		@DefaultValue ClientIp clientIp, @DefaultValue UserAgent userAgent, @DefaultValue ErrorFields errorFields) {

	CallerDetails callerDetails(Environment environment) {
		ClientAddresses addresses = this.clientIp.enabled() ? this.clientIp.addresses() : null;
		return new CallerDetails(this.userId.enabled(), this.userId.header(), addresses, this.userAgent.enabled(),
				environment.getProperty("sightline.synthetic.header", "X-Synthetic"));
	}

	boolean isPrincipalNoted() {
		return this.userId.enabled() && this.userId.header().isEmpty();
	}

	/**
	 * The event that sums up a request.
	 *
	 * @param enabled Whether one event is logged for each request, by the logger
	 * "sightline.request".
	 */
	record WideEvent(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * The user.
	 *
	 * @param enabled Whether log lines of a request carry the user.
	 * @param header Header that has the user, set by a gateway that is trusted. By
	 * default, the authenticated principal's name is used.
	 */
	record UserId(@DefaultValue("false") boolean enabled, @DefaultValue("") String header) {

	}

	/**
	 * The address of the client.
	 *
	 * @param enabled Whether log lines of a request carry the address of the client.
	 * @param trustedProxies Addresses and ranges in CIDR notation of proxies whose
	 * "X-Forwarded-For" is believed.
	 */
	record ClientIp(@DefaultValue("false") boolean enabled, @DefaultValue List<String> trustedProxies) {

		ClientIp {
			trustedProxies = List.copyOf(trustedProxies);
			addresses(trustedProxies);
		}

		ClientAddresses addresses() {
			return addresses(this.trustedProxies);
		}

		private static ClientAddresses addresses(List<String> proxies) {
			try {
				return new ClientAddresses(proxies);
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("sightline.request.client-ip.trusted-proxies: " + ex.getMessage(),
						ex);
			}
		}

	}

	/**
	 * The client's name for itself.
	 *
	 * @param enabled Whether log lines of a request carry the header "User-Agent", at
	 * most 256 characters of it.
	 */
	record UserAgent(@DefaultValue("false") boolean enabled) {

	}

	/**
	 * The trace and the request.
	 *
	 * @param enabled Whether problem details and Boot's error responses carry "trace_id"
	 * and "request_id".
	 */
	record ErrorFields(@DefaultValue("true") boolean enabled) {

	}

}
