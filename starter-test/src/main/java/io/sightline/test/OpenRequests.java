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

package io.sightline.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.sightline.context.RequestContext;
import io.sightline.request.RequestLog;
import io.sightline.request.RequestResult;

/**
 * The requests that are not over yet: of some servers the client has the response before
 * the event that sums up the request is written.
 */
final class OpenRequests {

	private final Set<RequestContext> requests = ConcurrentHashMap.newKeySet();

	boolean any(Predicate<RequestContext> which) {
		return this.requests.stream().anyMatch(which);
	}

	/**
	 * Follows what a log is told.
	 * @param log the log
	 * @return a log that tells it, and is not through with a request before it is
	 */
	RequestLog follow(RequestLog log) {
		return new FollowedLog(log);
	}

	/**
	 * Knows which requests the log has not been told the end of.
	 */
	private final class FollowedLog implements RequestLog {

		private final RequestLog log;

		FollowedLog(RequestLog log) {
			this.log = log;
		}

		@Override
		public void started(RequestContext request) {
			OpenRequests.this.requests.add(request);
			this.log.started(request);
		}

		@Override
		public void ended(RequestContext request, RequestResult result) {
			try {
				this.log.ended(request, result);
			}
			finally {
				OpenRequests.this.requests.remove(request);
			}
		}

	}

}
