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

package io.sightline.samples.common;

import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * A client that talks JSON over HTTP to the service under test and does not mind errors.
 */
public final class JsonApi {

	private static final JsonMapper mapper = new JsonMapper();

	private final RestClient client;

	public JsonApi(int port) {
		this.client = RestClient.create("http://localhost:" + port);
	}

	public Answer get(String path) {
		return exchange(HttpMethod.GET, path, "");
	}

	public Answer post(String path, String json) {
		return exchange(HttpMethod.POST, path, json);
	}

	public Answer delete(String path) {
		return exchange(HttpMethod.DELETE, path, "");
	}

	/**
	 * Ask for something that is not JSON.
	 * @param path where it is
	 * @return the body
	 */
	public String text(String path) {
		return Objects.requireNonNullElse(this.client.get().uri(path).retrieve().body(String.class), "");
	}

	private Answer exchange(HttpMethod method, String path, String json) {
		return this.client.method(method)
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(json)
			.exchange((request, response) -> new Answer(response.getStatusCode().value(),
					Objects.toString(response.getHeaders().getFirst("Location"), ""),
					mapper.readTree(response.getBody().readAllBytes())));
	}

	/**
	 * What the service said.
	 *
	 * @param status the status
	 * @param location where the new thing is, if any
	 * @param body the body
	 */
	public record Answer(int status, String location, JsonNode body) {

		/**
		 * A value of the body.
		 * @param pointer a JSON pointer
		 * @return its text, empty if there is none
		 */
		public String text(String pointer) {
			return this.body.at(pointer).asString("");
		}

	}

}
