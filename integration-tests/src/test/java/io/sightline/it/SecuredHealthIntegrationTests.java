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

import java.nio.file.Path;
import java.util.stream.Stream;

import com.example.secured.SecuredApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who sees what of the health of an application with Spring Security.
 */
class SecuredHealthIntegrationTests {

	private static final String HEALTH = "/actuator/health";

	@TempDir
	static Path directory;

	private static RunningApplication application = RunningApplication.NONE;

	@BeforeAll
	static void startApplication() {
		application = start("--management.endpoint.health.show-details=when-authorized",
				"--logging.file.name=" + directory.resolve("lines.json"));
		Awaitility.await().until(() -> {
			String body = application.getAs("ops", HEALTH).body();
			return body.contains("durationMs") && !body.contains("pending");
		});
	}

	@AfterAll
	static void stopApplication() {
		application.close();
	}

	@Test
	void tellsStatusAloneToAnybody() {
		assertThat(application.get(HEALTH).statusCode()).isEqualTo(503);
		assertThat(application.get(HEALTH).body()).contains("\"status\":\"DOWN\"")
			.doesNotContain("components", "stock", "lastChange");
		assertThat(application.get(HEALTH + "/stock").statusCode()).isEqualTo(404);
		assertThat(application.get("/work").statusCode()).isEqualTo(401);
	}

	@Test
	void tellsDetailsToWhoeverIsAuthorised() {
		assertThat(application.getAs("ops", HEALTH).body()).contains("\"stock\"", "\"durationMs\"", "\"lastChange\"",
				"IllegalStateException");
		assertThat(application.getAs("stranger", HEALTH).statusCode()).isEqualTo(401);
	}

	@Test
	void tellsNoPasswordToAnybody() {
		assertThat(application.getAs("ops", HEALTH).body()).doesNotContain(SecuredApplication.PASSWORD);
		Awaitility.await()
			.untilAsserted(() -> assertThat(directory.resolve("lines.json")).content()
				.contains("Health of stock is DOWN", "Health of ledger is DOWN")
				.doesNotContain(SecuredApplication.PASSWORD));
	}

	@Test
	void tellsDetailsToARoleOrToNobody() {
		try (RunningApplication other = start("--management.endpoint.health.show-details=when-authorized",
				"--management.endpoint.health.roles=ADMIN")) {
			assertThat(other.getAs("ops", HEALTH).body()).contains("\"status\":").doesNotContain("components");
		}
		try (RunningApplication other = start()) {
			assertThat(other.getAs("ops", HEALTH).body()).contains("\"status\":").doesNotContain("components");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/startupz" })
	void answersProbesOfAnybody(String path) {
		assertThat(application.get(path).statusCode()).isEqualTo(200);
		assertThat(application.get(path).body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livezz", "/livez.json", "/livezwork", "/readyz/../work", "/startupz;/../work" })
	void opensNothingNextToProbes(String path) {
		assertThat(application.get(path).statusCode()).isBetween(400, 404);
	}

	@Test
	void leavesSecurityToTheApplication() {
		try (RunningApplication other = start("--spring.main.sources=" + OwnSecurity.class.getName())) {
			assertThat(other.context().getBeansOfType(SecurityFilterChain.class)).containsOnlyKeys("own");
			assertThat(other.get("/work").statusCode()).isEqualTo(200);
			assertThat(Stream.of("/livez", "/readyz", "/startupz", HEALTH).map((path) -> other.get(path).statusCode()))
				.containsOnly(401);
			assertThat(other.getAs("ops", "/livez").statusCode()).isEqualTo(200);
		}
	}

	private static RunningApplication start(String... arguments) {
		Stream<String> common = Stream.of("--management.health.redis.enabled=false", "--spring.security.user.name=ops",
				"--spring.security.user.password=ops", "--spring.application.name=secured");
		return RunningApplication.start(SecuredApplication.class,
				Stream.concat(common, Stream.of(arguments)).toArray(String[]::new));
	}

}
