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

import java.util.Set;

/**
 * The names of the fields that are ours on every line. What the application adds under
 * one of these names is written under another, so that no line can be forged and no key
 * is written twice.
 */
final class LogFields {

	static final String TIMESTAMP = "timestamp";

	static final String LEVEL = "level";

	static final String LOGGER = "logger";

	static final String THREAD = "thread";

	static final String MESSAGE = "message";

	static final String TRUNCATED = "truncated";

	static final String ORIGINAL_LENGTH = "original_length";

	static final String SERVICE = "service";

	static final String ENVIRONMENT = "environment";

	static final String VERSION = "version";

	static final String INSTANCE = "instance";

	static final String TRACE_ID = "trace_id";

	static final String SPAN_ID = "span_id";

	static final String TRACE_FLAGS = "trace_flags";

	static final String SAMPLED = "sampled";

	static final String REQUEST_ID = "request_id";

	static final String USER_ID = "user_id";

	static final String HTTP_METHOD = "http_method";

	static final String HTTP_ROUTE = "http_route";

	static final String URL_PATH = "url_path";

	static final String CLIENT_IP = "client_ip";

	static final String USER_AGENT = "user_agent";

	static final String ERROR_TYPE = "error_type";

	static final String ERROR_MESSAGE = "error_message";

	static final String STACK_TRACE = "stack_trace";

	static final String ERROR_HASH = "error_hash";

	static final String TAGS = "tags";

	static final Set<String> RESERVED = Set.of(TIMESTAMP, LEVEL, LOGGER, THREAD, MESSAGE, TRUNCATED, ORIGINAL_LENGTH,
			SERVICE, ENVIRONMENT, VERSION, INSTANCE, TRACE_ID, SPAN_ID, TRACE_FLAGS, SAMPLED, REQUEST_ID, USER_ID,
			HTTP_METHOD, HTTP_ROUTE, URL_PATH, CLIENT_IP, USER_AGENT, ERROR_TYPE, ERROR_MESSAGE, STACK_TRACE,
			ERROR_HASH, TAGS);

	private LogFields() {
	}

}
