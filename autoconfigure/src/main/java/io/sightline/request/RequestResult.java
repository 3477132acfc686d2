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

import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param status the HTTP status of the response, 0 if there was none
 * @param aborted whether the client went away before the response was complete
 * @param stream whether the response is a stream of events, which may last
 * @param requestLength the length of the request's body in bytes, -1 if unknown
 * @param contentLength the length of the response's body in bytes, -1 if unknown
 */
public record RequestResult(int status, boolean aborted, boolean stream, long requestLength, long contentLength) {

	private static final String EVENT_STREAM = "text/event-stream";

	/**
	 * Creates a result. A server error that a client which went away did not get is no
	 * status of the response.
	 */
	public RequestResult {
		status = (aborted && status >= 500) ? 0 : status;
	}

	/**
	 * Whether a response of this type is a stream of events.
	 * @param contentType the type, {@code null} if there is none
	 * @return {@code true} for server-sent events
	 */
	public static boolean isStream(@Nullable String contentType) {
		return contentType != null && contentType.startsWith(EVENT_STREAM);
	}

	/**
	 * The outcome, named as in the tag of the request's metric.
	 * @return the outcome
	 */
	public String outcome() {
		if (this.aborted) {
			return "CLIENT_ABORTED";
		}
		return switch (this.status / 100) {
			case 1 -> "INFORMATIONAL";
			case 2 -> "SUCCESS";
			case 3 -> "REDIRECTION";
			case 4 -> "CLIENT_ERROR";
			case 5 -> "SERVER_ERROR";
			default -> "UNKNOWN";
		};
	}

}
