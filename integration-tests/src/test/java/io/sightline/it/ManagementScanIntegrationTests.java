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

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.example.secured.SecuredApplication;
import org.junit.jupiter.api.Test;

import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a scanner finds that tries the endpoints of management in every spelling it knows:
 * nothing, and no answer that is an error of the server.
 */
class ManagementScanIntegrationTests {

	private static final List<String> ENDPOINTS = List.of("auditevents", "beans", "busrefresh", "caches", "conditions",
			"configprops", "dump", "env", "env/java.home", "env/spring.security.user.password", "features", "flyway",
			"gateway/routes", "heapdump", "httpexchanges", "httptrace", "hystrix.stream", "integrationgraph", "jolokia",
			"liquibase", "logfile", "loggers", "loggers/ROOT", "mappings", "metrics", "metrics/jvm.memory.used",
			"pause", "quartz", "refresh", "restart", "resume", "sbom", "sbom/application", "scheduledtasks", "sessions",
			"shutdown", "sightline", "slo", "slo/rules", "threaddump");

	private static final List<String> SPELLINGS = List.of("/actuator/%s", "/actuator/%s/", "//actuator/%s",
			"/actuator//%s", "/actuator/./%s", "/actuator/../actuator/%s", "/actuator/health/../%s",
			"/actuator/health/..;/%s", "/actuator/info/../%s", "/actuator/prometheus/..;a=b/%s",
			"/livez/../actuator/%s", "/livez/..;/actuator/%s", "/livez/%s", "/actuator/health/%s", "/actuator;/%s",
			"/actuator;a=b/%s", "/;/actuator/%s", "/actuator/%s;", "/actuator/%s;a=b", "/actuator/%s.json",
			"/actuator/%s.", "/actuator/%s%%20", "/actuator/%s%%2e", "/actuator/%s%%00", "/actuator%%2f%s",
			"/%%61ctuator/%s", "/%%2e/actuator/%s", "/actuator/%s?a=b", "/ACTUATOR/%s", "/manage/%s", "/%s",
			"/cloudfoundryapplication/%s");

	private static final String WITHOUT_SECURITY = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration,"
			+ "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration,"
			+ "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
			+ "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
			+ "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration";

	@Test
	void findsNothingWithoutSecurity() {
		try (RunningApplication application = start(WITHOUT_SECURITY)) {
			assertThat(application.context().getBeansOfType(SecurityFilterChain.class)).isEmpty();
			assertThat(application.get("/work").statusCode()).isEqualTo(200);
			assertThat(found(application, "local.server.port")).isEmpty();
		}
	}

	@Test
	void findsNothingOnThePortOfManagement() {
		try (RunningApplication application = start(WITHOUT_SECURITY, "--management.server.port=0")) {
			assertThat(application.get("local.management.port", "/actuator/health").statusCode()).isIn(200, 503);
			assertThat(found(application, "local.management.port")).isEmpty();
			assertThat(found(application, "local.server.port")).isEmpty();
		}
	}

	@Test
	void findsNothingWithSecurity() {
		try (RunningApplication application = start()) {
			assertThat(application.get("/work").statusCode()).isEqualTo(401);
			assertThat(found(application, "local.server.port")).isEmpty();
		}
	}

	private static RunningApplication start(String... arguments) {
		Stream<String> common = Stream.of("--management.health.redis.enabled=false",
				"--spring.application.name=scanned");
		return RunningApplication.start(SecuredApplication.class,
				Stream.concat(common, Stream.of(arguments)).toArray(String[]::new));
	}

	private static List<String> found(RunningApplication application, String port) {
		List<String> paths = ENDPOINTS.stream()
			.flatMap((endpoint) -> SPELLINGS.stream().map((spelling) -> spelling.formatted(spell(spelling, endpoint))))
			.toList();
		assertThat(paths).hasSize(1280).doesNotHaveDuplicates();
		return paths.stream()
			.map((path) -> path + " " + application.get(port, path).statusCode())
			.filter((answer) -> !answer.matches(".* 4\\d\\d"))
			.toList();
	}

	private static String spell(String spelling, String endpoint) {
		return spelling.contains("ACTUATOR") ? endpoint.toUpperCase(Locale.ROOT) : endpoint;
	}

}
