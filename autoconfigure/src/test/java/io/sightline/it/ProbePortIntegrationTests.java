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
package io.sightline.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;

import com.example.health.HealthApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the probes are when management has a port of its own.
 */
class ProbePortIntegrationTests {

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(HealthApplication.class).run("--server.port=0",
				"--management.server.port=0", "--spring.application.name=ports");
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/startupz" })
	void answersProbesOnTheMainPort(String path) {
		HttpResponse<String> response = get("local.server.port", path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void answersTheRestOnThePortOfManagement() {
		assertThat(get("local.management.port", "/actuator/health").statusCode()).isEqualTo(200);
		assertThat(get("local.server.port", "/actuator/health").statusCode()).isEqualTo(404);
		assertThat(get("local.management.port", "/livez").statusCode()).isEqualTo(404);
	}

	private static HttpResponse<String> get(String key, String path) {
		String port = Objects.requireNonNull(context.getEnvironment().getProperty(key));
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
	}

}
