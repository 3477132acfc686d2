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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Asks an application without a server.
 */
final class MockServletProbe {

	private MockServletProbe() {
	}

	static Probe.Reply send(ApplicationContext application, Endpoint endpoint, URI url, Map<String, String> headers) {
		MockMvc mvc = application.getBeanProvider(MockMvc.class).getIfUnique();
		if (mvc == null) {
			throw new IllegalStateException(
					"The application can be asked neither by a port nor by MockMvc: add @AutoConfigureMockMvc");
		}
		var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(endpoint.method()), url);
		headers.forEach(request::header);
		try {
			MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
			return new Probe.Reply(response.getStatus(), response.getHeader(Probe.HEADER) != null);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Cannot ask " + endpoint, ex);
		}
	}

}
