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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request that goes all the way to an endpoint and is answered just before it would do
 * something.
 */
public final class Probe {

	/**
	 * The header of such a request, and of its response if it got there.
	 */
	static final String HEADER = "sightline-test-probe";

	/**
	 * What the header has to say: nobody outside can make an endpoint do nothing.
	 */
	static final String SECRET = UUID.randomUUID().toString();

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ApplicationContext application;

	/**
	 * Creates a probe.
	 * @param application the application to ask
	 */
	public Probe(ApplicationContext application) {
		this.application = application;
	}

	/**
	 * Asks an endpoint.
	 * @param endpoint the endpoint
	 * @param headers further headers
	 * @return what came back
	 */
	public Reply send(Endpoint endpoint, Map<String, String> headers) {
		Map<String, String> all = new LinkedHashMap<>(endpoint.headers());
		all.putAll(headers);
		all.put(HEADER, SECRET);
		Environment environment = this.application.getEnvironment();
		Integer port = environment.getProperty("local.server.port", Integer.class);
		if (port != null) {
			return overHttp("http://localhost:" + port + base(environment), endpoint, all);
		}
		if (Endpoints.isPresent("org.springframework.web.servlet.DispatcherServlet")
				&& this.application instanceof org.springframework.web.context.WebApplicationContext) {
			return MockServletProbe.send(this.application, endpoint, url("", endpoint), all);
		}
		return MockReactiveProbe.send(this.application, endpoint, url("", endpoint), all);
	}

	private static String base(Environment environment) {
		return environment.getProperty("server.servlet.context-path", "")
				+ environment.getProperty("spring.webflux.base-path", "");
	}

	private static URI url(String base, Endpoint endpoint) {
		UriComponentsBuilder url = UriComponentsBuilder.fromUriString(base + endpoint.path());
		endpoint.parameters().forEach(url::queryParam);
		return url.encode().build().toUri();
	}

	private static Reply overHttp(String base, Endpoint endpoint, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(url(base, endpoint))
			.timeout(TIMEOUT)
			.method(endpoint.method(), BodyPublishers.noBody());
		headers.forEach(request::setHeader);
		try {
			var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
			return new Reply(response.statusCode(), response.headers().firstValue(HEADER).isPresent());
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot ask " + endpoint, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Cannot ask " + endpoint, ex);
		}
	}

	static boolean isProbe(@Nullable String header) {
		return SECRET.equals(header);
	}

	/**
	 * What came back.
	 *
	 * @param status the status of the response
	 * @param reached whether the request got to the endpoint
	 */
	public record Reply(int status, boolean reached) {

		/**
		 * Whether the request was not allowed to get there.
		 * @return {@code true} if something asked for who makes it
		 */
		public boolean denied() {
			return this.status == HttpStatus.UNAUTHORIZED.value() || this.status == HttpStatus.FORBIDDEN.value()
					|| HttpStatusCode.valueOf(this.status).is3xxRedirection();
		}

	}

}
