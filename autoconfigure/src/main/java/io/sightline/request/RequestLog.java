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

import io.sightline.context.RequestContext;

/**
 * Told of every request when it comes in and when it is over.
 */
public interface RequestLog {

	/**
	 * Writes nothing.
	 */
	RequestLog NONE = new RequestLog() {

		@Override
		public void started(RequestContext request) {
		}

		@Override
		public void ended(RequestContext request, RequestResult result) {
		}

	};

	/**
	 * A request has come in.
	 * @param request what is known of it
	 */
	void started(RequestContext request);

	/**
	 * A request is over. Only the first call for a request counts.
	 * @param request what is known of it
	 * @param result what became of it
	 */
	void ended(RequestContext request, RequestResult result);

}
