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

package io.sightline.samples.demo.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back from a call. A call that never got an answer has the status
 * {@value #NO_ANSWER} and the reason as its body, so that a missing service is something
 * to report, not something to crash on.
 *
 * @param status the HTTP status
 * @param headers the response headers
 * @param body the response body
 * @param duration how long the call took
 */
public record Reply(int status, HttpHeaders headers, String body, Duration duration) {

	/**
	 * The status of a call without an answer.
	 */
	public static final int NO_ANSWER = 0;

	private static final JsonMapper JSON = JsonMapper.shared();

	static Reply of(HttpResponse<String> response, Duration duration) {
		return new Reply(response.statusCode(), response.headers(), response.body(), duration);
	}

	static Reply unanswered(Exception failure, Duration duration) {
		return new Reply(NO_ANSWER, HttpHeaders.of(Map.of(), (name, value) -> true), failure.toString(), duration);
	}

	/**
	 * Return a response header.
	 * @param name the header's name
	 * @return its first value, if there is one
	 */
	public Optional<String> header(String name) {
		return this.headers.firstValue(name);
	}

	/**
	 * Return the body as JSON.
	 * @return the tree, a missing node if the body is not JSON
	 */
	public JsonNode json() {
		try {
			return JSON.readTree(this.body);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

}
