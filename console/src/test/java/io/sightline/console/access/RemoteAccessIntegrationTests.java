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

package io.sightline.console.access;

import java.net.http.HttpRequest;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console that other machines can reach.
 */
@ConsoleTest
@TestPropertySource(properties = { "console.access.allow-remote=true", "server.address=0.0.0.0" })
class RemoteAccessIntegrationTests {

	private final ConsoleClient console;

	RemoteAccessIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/prometheus", "/actuator/health", "/actuator/info",
			"/%61ctuator/health", "/actuator;x=1/health" })
	void asksForTheTokenOfThoseWhoRunIt(String path) {
		assertThat(this.console.send(request(path)).statusCode()).isIn(400, 401);
		HttpRequest.Builder wrong = request(path).header("Authorization", "Bearer " + ConsoleClient.RECEIVER_TOKEN);
		assertThat(this.console.send(wrong).statusCode()).isIn(400, 401);
	}

	@Test
	void answersThoseWithTheToken() {
		assertThat(this.console.ask("/actuator/prometheus").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health/liveness", "/actuator/health/readiness" })
	void tellsProbesUpOrDownOnly(String path) {
		assertThat(this.console.send(request(path)).body()).isEqualTo("{\"status\":\"UP\"}");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.console.uri(path));
	}

}
