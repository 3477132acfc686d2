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

package io.sightline.samples.demo.traffic;

import java.util.Map;

import io.sightline.samples.demo.service.SampleService;
import org.jspecify.annotations.Nullable;

/**
 * A request to send and the answer that is right.
 *
 * @param service the service to call
 * @param method the HTTP method
 * @param path the path, starting with a slash
 * @param json the body, {@code null} for none
 * @param headers further request headers
 * @param expectedStatus the right status
 */
public record Step(SampleService service, String method, String path, @Nullable String json,
		Map<String, String> headers, int expectedStatus) {

	public Step {
		headers = Map.copyOf(headers);
	}

	static Step get(SampleService service, String path, int expectedStatus) {
		return new Step(service, "GET", path, null, Map.of(), expectedStatus);
	}

	static Step post(SampleService service, String path, String json, int expectedStatus) {
		return new Step(service, "POST", path, json, Map.of(), expectedStatus);
	}

	Step withChaos(String chaos) {
		return new Step(this.service, this.method, this.path, this.json, Map.of("X-Chaos", chaos), this.expectedStatus);
	}

	Step expecting(int status) {
		return new Step(this.service, this.method, this.path, this.json, this.headers, status);
	}

	@Override
	public String toString() {
		return this.method + " " + this.service.id() + this.path;
	}

}
