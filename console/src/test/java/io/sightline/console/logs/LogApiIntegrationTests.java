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

package io.sightline.console.logs;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ConsoleTest
@TestInstance(Lifecycle.PER_CLASS)
class LogApiIntegrationTests {

	private final ConsoleClient console;

	LogApiIntegrationTests(@LocalServerPort int port) {
		this.console = new ConsoleClient(port);
	}

	@BeforeAll
	void send() {
		this.console.logs(Otlp.of("talker")
			.line(5, "in detail", 0, 0)
			.line(9, "Order 100% done", 0xa1, 0xb1)
			.line(13, "<script>alert(1)</script>", 0xa1, 0xb2)
			.line(17, "broken", 0xa2, 0xb3));
		await().until(() -> this.console.get("/api/logs", "service", "talker").path("lines").size() == 4);
	}

	@ParameterizedTest
	@CsvSource({ "level,WARN,2", "level,ERROR,1", "text,order,1", "text,100%,1", "text,_,0", "service,nobody,0",
			"trace_id,000000000000000000000000000000a1,2", "span_id,00000000000000b2,1", "limit,3,3", "since,1h,4" })
	void findsLines(String parameter, String value, int found) {
		String service = parameter.equals("service") ? value : "talker";
		String[] query = parameter.equals("service") ? new String[] { "service", service }
				: new String[] { "service", service, parameter, value };
		assertThat(this.console.get("/api/logs", query).path("lines")).hasSize(found);
	}

	@Test
	void goesOnWithWhatComesLater() {
		long next = this.console.get("/api/logs", "service", "follow").path("next").asLong();
		this.console.logs(Otlp.of("follow").line(9, "first", 0, 0).line(9, "second", 0, 0));
		await().untilAsserted(() -> {
			JsonNode page = this.console.get("/api/logs", "service", "follow", "after", Long.toString(next));
			assertThat(page.path("lines")).extracting((line) -> line.path("body").asString())
				.containsExactly("first", "second");
			assertThat(this.console.get("/api/logs", "service", "follow", "after", page.path("next").asString())
				.path("lines")).isEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource({ "level,LOUD", "trace_id,xyz", "span_id,1", "after,-1", "limit,1001", "since,soon", "order,1" })
	void namesTheFieldThatIsWrong(String parameter, String value) {
		assertThat(this.console.refused(400, "/api/logs", parameter, value).path("field").asString())
			.isEqualTo(parameter);
	}

}
