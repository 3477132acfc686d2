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

import com.example.servlet.ServletApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Log levels that are changed over HTTP, of an application in a JVM of its own.
 */
class LogLevelIntegrationTests {

	private static final ForkedApplication application = ForkedApplication.start(ServletApplication.class,
			"--spring.application.name=levels", "--server.port=0",
			"--management.endpoints.web.exposure.include=loggers", "--logging.group.pair=pair.one,pair.two",
			"--logging.level.shop=WARN");

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void goesBackAfterTheDuration() {
		assertThat(change("shop", "\"configuredLevel\":\"DEBUG\",\"duration\":\"300ms\"")).isEqualTo(204);
		application.awaitLine("Logger 'shop' is at DEBUG for PT0.3S, then at WARN again");
		Awaitility.await().until(() -> level("shop").contains("\"configuredLevel\":\"WARN\""));
	}

	@Test
	void changesAllLoggersOfTheGroup() {
		assertThat(change("pair", "\"configuredLevel\":\"TRACE\",\"duration\":\"1h\"")).isEqualTo(204);
		assertThat(level("pair.one")).contains("TRACE");
		assertThat(level("pair.two")).contains("TRACE");
	}

	@Test
	void changesForGoodWithoutDuration() {
		assertThat(change("forever", "\"configuredLevel\":\"ERROR\"")).isEqualTo(204);
		assertThat(level("forever")).contains("\"configuredLevel\":\"ERROR\"");
	}

	@Test
	void refusesDurationOutOfBounds() {
		assertThat(change("refused", "\"configuredLevel\":\"DEBUG\",\"duration\":\"30d\"")).isEqualTo(400);
		assertThat(application.get("/actuator/loggers/refused").body()).doesNotContain("\"DEBUG\",\"configured");
	}

	@Test
	void refusesWhatIsNoDuration() {
		assertThat(change("refused", "\"configuredLevel\":\"DEBUG\",\"duration\":\"soon\"")).isEqualTo(400);
	}

	private static int change(String logger, String fields) {
		return application.post("/actuator/loggers/" + logger, "{" + fields + "}").statusCode();
	}

	private static String level(String logger) {
		return application.get("/actuator/loggers/" + logger).body();
	}

}
