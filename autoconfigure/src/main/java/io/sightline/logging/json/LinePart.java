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

package io.sightline.logging.json;

import io.sightline.logging.CapturedEvent;

/**
 * What an event may have. Where it has not, the fields that tell of it are passed over.
 */
enum LinePart {

	EVENT,

	TRACE,

	REQUEST,

	ERROR,

	MARKERS;

	static LinePart of(LogField field) {
		return switch (field) {
			case TRACE_ID, TRACE_RESOURCE, SPAN_ID, TRACE_FLAGS, TRACE_FLAGS_NUMBER, SAMPLED -> TRACE;
			case REQUEST_ID, USER_ID, HTTP_METHOD, HTTP_ROUTE, URL_PATH, CLIENT_IP, USER_AGENT -> REQUEST;
			case ERROR_TYPE, ERROR_MESSAGE, STACK_TRACE, ERROR_HASH, ERROR_RENDER_FAILED -> ERROR;
			case TAGS -> MARKERS;
			default -> EVENT;
		};
	}

	static int of(CapturedEvent event) {
		int parts = EVENT.bit();
		parts |= (event.trace() != null) ? TRACE.bit() : 0;
		parts |= (event.request() != null) ? REQUEST.bit() : 0;
		parts |= (event.getThrowableProxy() != null) ? ERROR.bit() : 0;
		parts |= (event.getMarkerList() != null) ? MARKERS.bit() : 0;
		return parts;
	}

	int bit() {
		return 1 << ordinal();
	}

}
