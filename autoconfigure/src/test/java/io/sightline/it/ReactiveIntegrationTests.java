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

import java.net.http.HttpResponse;
import java.util.List;

import com.example.reactive.ReactiveApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reactive application, in a JVM of its own, with nothing set but its name and where to
 * listen.
 */
class ReactiveIntegrationTests {

	private static final ForkedApplication application = ForkedApplication.start(ReactiveApplication.class,
			"--spring.application.name=shop", "--server.port=0");

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void startsInStrictJsonWithoutWarning() {
		assertThat(application.lines()).isNotEmpty()
			.noneMatch((line) -> List.of("WARN", "ERROR").contains(line.path("level").asString()));
		assertThat(application.errors()).isEmpty();
	}

	@Test
	void correlatesLinesOfEveryThread() {
		HttpResponse<String> response = application.get("/orders/42", "X-Request-ID", "reactive");
		JsonNode asked = application.awaitLine("Order 42 asked for");
		JsonNode read = application.awaitLine("Order 42 read");
		assertThat(List.of(asked, read)).allSatisfy((line) -> {
			assertThat(line.path("trace_id").asString()).isEqualTo(header(response, "X-Trace-ID")).hasSize(32);
			assertThat(line.path("request_id").asString()).isEqualTo("reactive");
			assertThat(line.path("url_path").asString()).isEqualTo("/orders/42");
		});
		assertThat(read.path("thread").asString()).isNotEqualTo(asked.path("thread").asString());
		assertThat(header(response, "X-Request-ID")).isEqualTo("reactive");
	}

	@Test
	void handsTraceToClient() {
		HttpResponse<String> response = application.get("/calls");
		assertThat(response.body()).startsWith("00-" + header(response, "X-Trace-ID") + "-");
	}

	@Test
	void leavesNoIdsOnThreadsThatAreUsedAgain() {
		for (int i = 0; i < 20; i++) {
			application.get("/orders/reused-" + i, "X-Request-ID", "reused-" + i);
		}
		for (int i = 0; i < 20; i++) {
			application.awaitLine("Order reused-" + i + " read");
			assertThat(application.linesOf("reused-" + i))
				.filteredOn((found) -> !"sightline.request".equals(found.path("logger").asString()))
				.hasSize(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/livez,200", "/readyz,200", "/startupz,200", "/actuator/health/startup,200",
			"/actuator/prometheus,200", "/actuator/env,404", "/actuator/beans,404", "/actuator/heapdump,404" })
	void exposesWhatIsSafe(String path, int status) {
		assertThat(application.get(path).statusCode()).isEqualTo(status);
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("missing");
	}

}
