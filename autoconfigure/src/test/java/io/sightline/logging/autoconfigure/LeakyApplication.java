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

package io.sightline.logging.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import io.sightline.audit.AuditEvents;
import io.sightline.context.LogContext;
import io.sightline.context.WideEvent;
import io.sightline.redaction.Redactor;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leaks a secret into each channel of a log line, one request long.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class LeakyApplication {

	/**
	 * What all secrets have in common.
	 */
	static final String PLANTED = "Pl4nt3d";

	/**
	 * Number of channels that a secret goes into.
	 */
	static final int CHANNELS = 17;

	/**
	 * The channel that no line tells anything of, with redaction or without.
	 */
	static final int QUERY = 2;

	private static final Logger LOG = LoggerFactory.getLogger("leak");

	/**
	 * Runs the application.
	 * @param args its properties
	 * @throws Exception if the request fails
	 */
	public static void main(String[] args) throws Exception {
		SpringApplication application = new SpringApplication(LeakyApplication.class);
		try (ConfigurableApplicationContext context = application.run(args)) {
			request(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		}
	}

	private static void request(int port) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:" + port + "/leaks/token=" + secret(1) + "?x=password=" + secret(QUERY)))
			.header("User-Agent", "agent (password=" + secret(3) + ")")
			.build();
		HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
	}

	/**
	 * A secret of which each channel has its own.
	 */
	static String secret(int channel) {
		return PLANTED + "x" + channel + "x9f8e7d";
	}

	@Bean
	@ConditionalOnBooleanProperty("test.redactor")
	Redactor redactor() {
		return (key, value) -> value.replace("benign", "[gone]");
	}

	@RestController
	static class LeakController {

		private final AuditEvents audit;

		LeakController(AuditEvents audit) {
			this.audit = audit;
		}

		@GetMapping("/leaks/{path}")
		void leak(@PathVariable String path) {
			WideEvent.current().put("client_secret", secret(4));
			LOG.info("benign words stay");
			LOG.info("message with password=" + secret(5));
			LOG.info("argument {}", "api_key: " + secret(6));
			LOG.info("object {}", Map.of("accessToken", secret(7)));
			MDC.put("sessionToken", secret(8));
			LOG.info("mdc");
			MDC.remove("sessionToken");
			LOG.atInfo().addKeyValue("password", secret(9)).log("key-value");
			LOG.atInfo()
				.addKeyValue("user", Map.of("cards", List.of(Map.of("pin_code", 1, "secret", secret(10)))))
				.log("nested");
			LOG.info("structured {}", StructuredArguments.kv("passwd", secret(11)));
			LOG.info(Markers.append("refresh_token", secret(12)), "marker");
			IllegalStateException error = new IllegalStateException("password=" + secret(13),
					new IllegalArgumentException("Authorization: Bearer " + secret(14)));
			error.addSuppressed(new IOException("jdbc:postgresql://app:" + secret(15) + "@db/orders"));
			LOG.error("thrown", error);
			try (LogContext.Scope scope = LogContext.put("authToken", secret(16))) {
				LOG.info("context");
			}
			this.audit.event("login").with("password", secret(17)).record();
		}

	}

}
