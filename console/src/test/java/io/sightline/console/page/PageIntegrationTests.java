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

package io.sightline.console.page;

import java.io.IOException;
import java.util.Random;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.Otlp;
import io.sightline.console.access.Invited;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The page in a real browser.
 */
@ConsoleTest
@EnabledIf("io.sightline.console.page.Browser#isInstalled")
@TestInstance(Lifecycle.PER_CLASS)
class PageIntegrationTests {

	private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

	private static final String CHECKOUT = Otlp.traceId(0xc0ffee);

	private final ConsoleClient console;

	private final String root;

	private final Browser browser;

	private final String culprit = "v" + new Random().nextInt(4);

	PageIntegrationTests(@LocalServerPort int port, ApplicationContext context) throws IOException {
		this.console = new ConsoleClient(port);
		this.root = "http://localhost:" + port;
		this.browser = Browser.start();
		this.browser.open(this.root + "/");
		this.browser.awaitText(".empty", "You are not logged in.");
		this.browser.complaints();
		this.browser.open(this.root + "/login?token=" + Invited.token(context));
		this.browser.awaitText(".empty", "Nothing has been received yet.");
	}

	@BeforeAll
	void send() {
		this.console.traces(Otlp.of("order-service")
			.span(new Otlp.Piece(0xc0ffee, 1, 0, SpanKind.SPAN_KIND_SERVER, "POST /orders"), 0, 300, false)
			.span(new Otlp.Piece(0xc0ffee, 2, 1, SpanKind.SPAN_KIND_CLIENT, "POST /payments"), 50, 200, true)
			.span(new Otlp.Piece(0xbad, 9, 0, SpanKind.SPAN_KIND_SERVER, HOSTILE), 0, 5, true, HOSTILE, HOSTILE));
		this.console.traces(Otlp.of("payment-service")
			.span(new Otlp.Piece(0xc0ffee, 3, 2, SpanKind.SPAN_KIND_SERVER, "POST /payments"), 60, 180, true));
		this.console.logs(Otlp.of("payment-service").line(17, "card declined", 0xc0ffee, 3).line(9, HOSTILE, 0xbad, 9));
		Otlp events = Otlp.of("order-service");
		for (int i = 1; i <= 200; i++) {
			String cell = "v" + i % 4;
			events.request(0x1000 + i, cell.equals(this.culprit) ? 900 : 20, false, "cell", cell);
		}
		this.console.traces(events);
		Otlp large = Otlp.of("order-service");
		for (int i = 1; i <= 1000; i++) {
			large.span(new Otlp.Piece(0x1a, 0x9000 + i, (i == 1) ? 0 : 0x9000 + i / 2, SpanKind.SPAN_KIND_INTERNAL,
					"step " + i), i, 10, false);
		}
		this.console.traces(large);
		await().until(() -> this.console.get("/api/overview").at("/store/spans/rows").asLong() == 1204);
		await().until(() -> this.console.get("/api/overview").at("/store/logs/rows").asLong() == 2);
	}

	@AfterEach
	void complainsAboutNothing() {
		assertThat(this.browser.complaints()).isEmpty();
	}

	@AfterAll
	void close() {
		this.browser.close();
	}

	@Test
	void showsServicesAndTheStore() throws IOException {
		show("/overview");
		this.browser.awaitText("table[aria-label=Services]", "payment-service");
		this.browser.awaitText("table[aria-label=Store]", "200,000");
		this.browser.picture("overview");
	}

	@Test
	void leadsFromAServiceToItsRoutes() throws IOException {
		show("/service/order-service");
		this.browser.awaitText("table[aria-label=Routes]", "GET /things/{id}");
		assertThat(this.browser.find("svg.chart").getDomAttribute("aria-label")).contains("Requests, at most");
		this.browser.picture("service");
	}

	@Test
	void findsARequestAndShowsItsWaterfallWithLogLines() throws IOException {
		show("/requests?text=post");
		this.browser.awaitText("table[aria-label=Requests] tbody", "POST /orders");
		this.browser.picture("requests");
		this.browser.find("table[aria-label=Requests] tbody a").click();
		this.browser.awaitText("[role=treegrid]", "card declined");
		assertThat(this.browser.texts("[role=treegrid] [aria-level] [role=gridcell]:nth-child(2)"))
			.containsExactly("order-service", "order-service", "payment-service", "payment-service");
		assertThat(this.browser.address()).endsWith("#/trace/" + CHECKOUT);
		this.browser.picture("trace");
	}

	@Test
	void walksATraceByKeys() {
		show("/trace/" + CHECKOUT);
		this.browser.find("[role=treegrid] [tabindex='0']").sendKeys(Keys.ARROW_DOWN);
		assertThat(this.browser.focused("aria-level")).isEqualTo("2");
		this.browser.press(Keys.ARROW_LEFT);
		assertThat(this.browser.focused("aria-expanded")).isEqualTo("false");
		assertThat(this.browser.all("[role=treegrid] [aria-level]")).hasSize(2);
		this.browser.press(Keys.ARROW_RIGHT);
		this.browser.press(Keys.END);
		assertThat(this.browser.focused("aria-level")).isEqualTo("4");
		this.browser.press(Keys.ENTER);
		this.browser.awaitText("aside", "com.example.Things");
		this.browser.press(Keys.ESCAPE);
		assertThat(this.browser.find("aside").isDisplayed()).isFalse();
	}

	@Test
	void showsWhatIsHostileAsText() {
		show("/trace/" + Otlp.traceId(0xbad));
		this.browser.awaitText("h1", HOSTILE);
		this.browser.find("[role=treegrid] [tabindex='0']").sendKeys(Keys.ENTER);
		this.browser.awaitText("aside", HOSTILE);
		show("/logs?text=onerror");
		this.browser.awaitText("table[aria-label='Log lines']", HOSTILE);
		show("/explore?group_by=" + "name");
		this.browser.awaitText("table[aria-label=Groups]", HOSTILE);
		assertThat(this.browser.all("img")).isEmpty();
		assertThat(this.browser.run("return document.title")).isNotEqualTo("owned");
	}

	@Test
	void findsWhatSlowRequestsHaveInCommon() throws IOException {
		show("/explore?filter=name%3DGET%20%2Fthings%2F%7Bid%7D&select=duration_ms%3E%3D500");
		this.browser.awaitText("table[aria-label=Differences]", "cell");
		assertThat(this.browser.texts("table[aria-label=Differences] tbody tr:first-child > *")).startsWith("cell",
				this.culprit);
		this.browser.picture("explore");
	}

	@Test
	void followsTheLogsUntilPaused() {
		show("/logs?service=chatty");
		this.browser.awaitText(".empty", "No line is like this.");
		this.console.logs(Otlp.of("chatty").line(9, "hello there", 0, 0));
		this.browser.awaitText("table[aria-label='Log lines']", "hello there");
		this.browser.press("p");
		assertThat(this.browser.find("button[aria-pressed]").getDomAttribute("aria-pressed")).isEqualTo("false");
	}

	@Test
	void goesFromViewToViewByKeys() {
		show("/overview");
		this.browser.awaitText("h1", "Overview");
		this.browser.press("r");
		this.browser.awaitText("h1", "Requests");
		this.browser.press("/");
		assertThat(this.browser.focused("name")).isEqualTo("text");
		this.browser.type("input[name=text]", "step");
		this.browser.awaitText("table[aria-label=Requests] tbody", "step 1");
		assertThat(this.browser.address()).contains("text=step");
		this.browser.find("main").sendKeys("?");
		assertThat(this.browser.find("#help").isDisplayed()).isTrue();
		this.browser.press(Keys.ESCAPE);
	}

	@Test
	void showsATraceOfAThousandSpans() {
		long start = System.nanoTime();
		show("/trace/" + Otlp.traceId(0x1a));
		this.browser.awaitText("[role=treegrid]", "step 1");
		assertThat(this.browser.all("[role=treegrid] [aria-level]")).hasSize(1000);
		this.browser.type("input[data-search]", "step 777");
		this.browser.awaitText("aside h2", "step 777");
		assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
	}

	@Test
	void saysWhatIsWrongWithAQuestion() {
		show("/requests?min_duration=fast");
		this.browser.awaitText("[role=alert]", "min_duration");
		// The browser itself tells of the 400.
		assertThat(this.browser.complaints()).allMatch((complaint) -> complaint.contains("400"));
	}

	private void show(String view) {
		this.browser.open("about:blank");
		this.browser.open(this.root + "/#" + view);
		this.browser.find("main > h1, main > .empty, main > [role=alert]");
	}

}
