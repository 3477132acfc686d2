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

package io.sightline.diagnostics.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.example.reactive.ReactiveApplication;
import com.example.servlet.ServletApplication;
import io.sightline.tracing.sampling.SamplingControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SightlineEndpoint}.
 */
class SightlineEndpointTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void answersInJsonAndInText(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			JsonNode report = JsonMapper.shared().readTree(get(context, "*/*").body());
			assertThat(report.at("/service/name").asString()).isEqualTo("explained");
			assertThat(report.at("/sections/sampling/ratio").asString()).isEqualTo("1.0");
			assertThat(report.at("/sections/meters/top").size()).isPositive().isLessThanOrEqualTo(20);
			assertThat(get(context, "text/plain").body()).startsWith("Sightline: explained").contains("on   metrics");
			assertThat(report.at("/features").valueStream())
				.filteredOn((feature) -> "endpoint".equals(feature.path("name").asString()))
				.singleElement()
				.extracting((feature) -> feature.path("on").booleanValue())
				.isEqualTo(type == WebApplicationType.SERVLET);
			assertThat(get(context, "text/html,*/*;q=0.8").headers().firstValue("Content-Type")).get()
				.asString()
				.startsWith("application/json");
		}
	}

	@Test
	void changesSamplingForAWhileWhereThatIsAllowed() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET,
				"--management.endpoint.sightline.access=unrestricted")) {
			HttpResponse<String> changed = post(context,
					"{\"ratio\":0.5,\"route\":\"/orders/**\",\"duration\":\"10m\"}");
			assertThat(changed.body()).contains("\"ratio\":0.5", "\"route\":\"/orders/**\"");
			assertThat(context.getBean(SamplingControl.class).current()).isPresent();
			assertThat(get(context, "*/*").body()).contains("secondsLeft");
			assertThat(post(context, "{\"ratio\":7,\"duration\":\"10m\"}").statusCode()).isEqualTo(400);
			assertThat(send(request(context, "/sampling").DELETE()).statusCode()).isEqualTo(204);
			assertThat(context.getBean(SamplingControl.class).current()).isEmpty();
		}
	}

	@Test
	void changesNothingByDefault() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET)) {
			assertThat(post(context, "{\"ratio\":0.5,\"duration\":\"10m\"}").statusCode()).isBetween(404, 405);
			assertThat(context.getBean(SamplingControl.class).current()).isEmpty();
		}
	}

	private HttpResponse<String> post(ConfigurableApplicationContext context, String json) throws Exception {
		return send(request(context, "/sampling").header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private HttpResponse<String> get(ConfigurableApplicationContext context, String accept) throws Exception {
		return send(request(context, "").header("Accept", accept));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext context, String path) {
		String port = context.getEnvironment().getProperty("local.server.port");
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/sightline" + path));
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		Class<?> application = (type == WebApplicationType.REACTIVE) ? ReactiveApplication.class
				: ServletApplication.class;
		return new SpringApplicationBuilder(application).web(type)
			.properties("server.port=0", "spring.application.name=explained",
					"management.endpoints.web.exposure.include=sightline")
			.run(arguments);
	}

}
