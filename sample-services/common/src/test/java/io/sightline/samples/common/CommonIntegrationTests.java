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

import java.util.Map;

import io.sightline.samples.common.peer.PeerUnavailableException;
import io.sightline.samples.common.peer.Peers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=echo-service", "spring.config.import=classpath:sample-defaults.yml",
				"sample.chaos.header-enabled=true", "sample.chaos.enabled=true", "sample.chaos.failure-rate=1",
				"sample.chaos.paths=/doomed", "spring.http.clients.read-timeout=300ms", "spring.flyway.enabled=false" })
class CommonIntegrationTests {

	private static final StubPeer peer = new StubPeer();

	private final RestClient client;

	CommonIntegrationTests(@LocalServerPort int port) {
		this.client = RestClient.builder()
			.baseUrl("http://localhost:" + port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	@DynamicPropertySource
	static void peers(DynamicPropertyRegistry registry) {
		registry.add("sample.clients.order.url", peer::url);
	}

	@AfterAll
	static void closePeer() {
		peer.close();
	}

	@BeforeEach
	void resetPeer() {
		peer.reset().answer("GET /thing", 200, "{\"user_name\": \"Ada\"}");
	}

	@Test
	void readsSnakeCaseFromPeer() {
		assertThat(get("/relay", null).getBody()).contains("\"user_name\":\"Ada\"");
	}

	@Test
	void namesFieldsAsClientWritesThem() {
		ResponseEntity<String> response = this.client.post()
			.uri("/things")
			.header("Content-Type", "application/json")
			.body("{}")
			.retrieve()
			.toEntity(String.class);
		assertThat(response.getStatusCode().value()).isEqualTo(400);
		assertThat(response.getHeaders().getFirst("Content-Type")).isEqualTo("application/problem+json");
		assertThat(response.getBody()).contains("Missing or invalid: user_name");
	}

	@Test
	void saysWhichPeerFails() {
		peer.answer("GET /thing", 500, "{}");
		ResponseEntity<String> response = get("/relay", null);
		assertThat(response.getStatusCode().value()).isEqualTo(503);
		assertThat(response.getBody()).contains("order-service is not available");
	}

	@Test
	void failsWhenHeaderAsksForIt() {
		assertThat(get("/relay", "fail").getStatusCode().value()).isEqualTo(500);
		assertThat(get("/relay", "other-service:fail").getStatusCode().value()).isEqualTo(200);
		assertThat(get("/relay", "nonsense").getStatusCode().value()).isEqualTo(400);
	}

	@Test
	void passesOnWhatIsMeantForOthers() {
		get("/relay", "latency=1ms, other-service:fail");
		assertThat(peer.calls("GET /thing")).singleElement()
			.satisfies((call) -> assertThat(call.headers().allValues("X-Chaos")).containsExactly("other-service:fail"));
	}

	@Test
	void failsConfiguredPathsOnly() {
		assertThat(get("/doomed", null).getStatusCode().value()).isEqualTo(500);
		assertThat(get("/relay", null).getStatusCode().value()).isEqualTo(200);
	}

	@Test
	void treatsEmptyAnswerAsFailure(@Autowired Peers peers) {
		peer.answer("GET /thing", 200, "");
		assertThatExceptionOfType(PeerUnavailableException.class)
			.isThrownBy(() -> peers.order().fetch((rest) -> rest.get().uri("/thing").retrieve().body(Thing.class)));
	}

	private ResponseEntity<String> get(String path, String chaos) {
		return this.client.get().uri(path).headers((headers) -> {
			if (chaos != null) {
				headers.set("X-Chaos", chaos);
			}
		}).retrieve().toEntity(String.class);
	}

	record Thing(@NotNull String userName) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Things.class)
	static class Application {

	}

	@RestController
	static class Things {

		private final Peers peers;

		Things(Peers peers) {
			this.peers = peers;
		}

		@GetMapping("/relay")
		Thing relay() {
			return this.peers.order().fetch((client) -> client.get().uri("/thing").retrieve().body(Thing.class));
		}

		@GetMapping("/doomed")
		Map<String, String> doomed() {
			return Map.of();
		}

		@PostMapping("/things")
		Thing create(@Valid @RequestBody Thing thing) {
			return thing;
		}

	}

}
