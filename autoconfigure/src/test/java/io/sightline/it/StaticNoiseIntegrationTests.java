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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.servlet.Filter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests for static resources make no spans, nor does anything below them.
 */
class StaticNoiseIntegrationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void leavesStaticResourcesOutAndNothingElse(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			get(context, "/style.css", 200);
			get(context, "/webjars/missing.js", 404);
			get(context, "/pictures/1.png", 200);
			get(context, "/missing.css", 404);
			assertThat(awaitPaths(context, "/missing.css")).containsOnly("/pictures/1.png", "/missing.css");
		}
	}

	@Test
	void leavesOutWhatIsBelowThem() throws Exception {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET)) {
			get(context, "/style.css", 200);
			get(context, "/pictures/1.png", 200);
			awaitPaths(context, "/pictures/1.png");
			assertThat(spans(context)).extracting(SpanData::getName).containsOnlyOnce("inner");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void tellsThemWhereSwitchedOff(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, "--sightline.noise.static-resources=false")) {
			get(context, "/style.css", 200);
			assertThat(awaitPaths(context, "/style.css")).containsOnly("/style.css");
		}
	}

	private List<String> awaitPaths(ConfigurableApplicationContext context, String last) {
		Awaitility.await().until(() -> paths(context).contains(last));
		return paths(context);
	}

	private static List<String> paths(ConfigurableApplicationContext context) {
		return spans(context).stream()
			.flatMap((span) -> span.getAttributes().asMap().entrySet().stream())
			.filter((attribute) -> "url.path".equals(attribute.getKey().getKey()))
			.map((attribute) -> attribute.getValue().toString())
			.toList();
	}

	private static List<SpanData> spans(ConfigurableApplicationContext context) {
		context.getBean(SdkTracerProvider.class).forceFlush();
		return context.getBean(InMemorySpanExporter.class).getFinishedSpanItems();
	}

	private void get(ConfigurableApplicationContext context, String path, int status)
			throws IOException, InterruptedException {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
		assertThat(this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(status);
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("spring.application.name=pictures", "server.port=0")
			.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Pictures.class)
	static class Application {

		@Bean
		InMemorySpanExporter spanExporter() {
			return InMemorySpanExporter.create();
		}

		@Bean
		@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
		Filter inner(ObservationRegistry registry) {
			return (request, response, chain) -> {
				Observation observation = Observation.start("inner", registry);
				chain.doFilter(request, response);
				observation.stop();
			};
		}

	}

	@RestController
	static class Pictures {

		@GetMapping("/pictures/{name}")
		String picture(@PathVariable("name") String name) {
			return name;
		}

	}

}
