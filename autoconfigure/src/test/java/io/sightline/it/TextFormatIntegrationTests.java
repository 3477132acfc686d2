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

import com.example.servlet.ServletApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The format for people: coloured, with the trace, and on lines of our own making only.
 */
class TextFormatIntegrationTests {

	private static final ForkedApplication application = ForkedApplication.start(ServletApplication.class,
			"--spring.application.name=shop", "--server.port=0", "--sightline.logging.format=text",
			"--spring.output.ansi.enabled=always");

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void isColoured() {
		assertThat(awaitLine("Sightline is on")).contains("\u001b[32m INFO\u001b[");
	}

	@Test
	void carriesTheTraceOfTheRequest() {
		String trace = trace(application.get("/orders/42"));
		assertThat(awaitLine("Order 42 read")).contains(trace);
	}

	@Test
	void carriesTheTraceInTheBackground() {
		String trace = trace(application.get("/background"));
		assertThat(awaitLine("Working in the background")).contains(trace);
	}

	@Test
	void carriesTheTraceOnTheServersOwnErrorLine() {
		String trace = trace(application.get("/broken"));
		assertThat(awaitLine("threw exception")).contains("ERROR", "[dispatcherServlet]", trace);
	}

	@Test
	void showsControlCharactersOfTheApplication() {
		application.get("/orders/a%0Ab%1B%5B31m");
		assertThat(awaitLine("Order a")).contains("Order a\\nb\\u001b[31m read");
	}

	private static String trace(HttpResponse<String> response) {
		return response.headers().firstValue("X-Trace-ID").orElseThrow();
	}

	private static String awaitLine(String text) {
		return Awaitility.await()
			.until(() -> application.output().stream().filter((line) -> line.contains(text)).findFirst(),
					(line) -> line.isPresent())
			.orElseThrow();
	}

}
