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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page in a real browser.
 */
@ConsoleTest
@EnabledIf("io.sightline.console.page.Browser#isInstalled")
@TestInstance(Lifecycle.PER_CLASS)
class PageIntegrationTests {

	private static final String HOSTILE = Sample.HOSTILE;

	private static final String CHECKOUT = Sample.CHECKOUT;

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
		Sample.send(this.console, this.culprit);
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
	void foldsAndScrollsATraceOfAThousandSpans() {
		show("/trace/" + Otlp.traceId(0x1a));
		this.browser.awaitText("[role=treegrid]", "step 1");
		this.browser.find("[role=treegrid] [tabindex='0']").sendKeys(Keys.ARROW_LEFT);
		assertThat(this.browser.all("[role=treegrid] [aria-level]")).hasSize(1);
		this.browser.press(Keys.ARROW_RIGHT);
		assertThat(this.browser.all("[role=treegrid] [aria-level]")).hasSize(1000);
		this.browser.press(Keys.END);
		assertThat(this.browser.run("const row = document.activeElement.getBoundingClientRect();"
				+ "const grid = document.querySelector('[role=treegrid]').getBoundingClientRect();"
				+ "return row.top >= grid.top && row.bottom <= grid.bottom + 1"))
			.isEqualTo("true");
	}

	@Test
	void comparesWhatIsDraggedOverInTheHeatMap() {
		show("/explore?filter=name%3DGET%20%2Fthings%2F%7Bid%7D");
		this.browser.drag(this.browser.find(".heat svg"), -0.45, 0);
		this.browser.awaitText("h2", "What is different about");
		assertThat(this.browser.address()).contains("start_ms%3E%3D").contains("duration_ms%3E%3D");
		assertThat(this.browser.find(".heat .frame").getDomAttribute("width")).isNotNull();
	}

	@Test
	void comparesWhatIsSelectedInTheHeatMapByKeys() {
		show("/explore?filter=name%3DGET%20%2Fthings%2F%7Bid%7D");
		WebElement map = this.browser.find(".heat svg");
		map.sendKeys(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP);
		map.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
		this.browser.awaitText("#status", "events");
		map.sendKeys(Keys.ENTER);
		this.browser.awaitText("h2", "What is different about");
		assertThat(this.browser.address()).contains("start_ms%3C");
	}

	@Test
	void exportsATraceAndImportsIt() throws IOException {
		show("/trace/" + CHECKOUT);
		String path = String.valueOf(this.browser.find("a[download]").getDomAttribute("href"));
		String copy = Otlp.traceId(0xc0ff11);
		Path file = Files.createTempFile("trace", ".json");
		Files.writeString(file, this.console.ask(path).body().replace(CHECKOUT, copy));
		show("/requests");
		this.browser.run("document.querySelector('input[type=file]').hidden = false");
		this.browser.find("input[type=file]").sendKeys(file.toString());
		this.browser.awaitText("[role=treegrid]", "card declined");
		assertThat(this.browser.address()).endsWith("#/trace/" + copy);
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void keepsNobodyOut(String theme) throws IOException {
		Axe axe = new Axe();
		this.browser.run("localStorage.setItem('sightline.theme', arguments[0])", theme);
		List<String> views = new ArrayList<>(this.browser.views());
		assertThat(views).contains("/overview", "/explore");
		views.addAll(List.of("/service/order-service", "/trace/" + CHECKOUT, "/trace/" + Otlp.traceId(0xdead),
				"/requests?text=nothing", "/explore?select=duration_ms%3E%3D500&group_by=cell"));
		Map<String, String> findings = new TreeMap<>();
		for (String view : views) {
			show(view);
			findings.put(view,
					theme.equals("light") ? axe.findings(this.browser) : axe.findingsOfColours(this.browser));
		}
		show("/trace/" + CHECKOUT);
		this.browser.find("[role=treegrid] [tabindex='0']").sendKeys(Keys.ENTER);
		findings.put("details", axe.findings(this.browser));
		this.browser.run("localStorage.removeItem('sightline.theme')");
		assertThat(findings).allSatisfy((view, finding) -> assertThat(finding).as(view).isEmpty());
		assertThat(this.browser.complaints()).allMatch((complaint) -> complaint.contains("404"));
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
