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

package io.sightline.test.endpoint;

import java.net.URI;
import java.util.Map;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Asks a reactive application without a server.
 */
final class MockReactiveProbe {

	private MockReactiveProbe() {
	}

	static Probe.Reply send(ApplicationContext application, Endpoint endpoint, URI url, Map<String, String> headers) {
		var result = WebTestClient.bindToApplicationContext(application)
			.build()
			.method(HttpMethod.valueOf(endpoint.method()))
			.uri(url)
			.headers((all) -> headers.forEach(all::set))
			.exchange()
			.returnResult(Void.class);
		return new Probe.Reply(result.getStatus().value(), result.getResponseHeaders().containsHeader(Probe.HEADER));
	}

}
