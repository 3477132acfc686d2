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
import java.time.Duration;
import java.util.List;

import io.sightline.console.ConsoleClient;
import io.sightline.console.ConsoleTest;
import io.sightline.console.access.Invited;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real service with the starter and a real Alertmanager, as the console shows them.
 */
@ConsoleTest
@ExtendWith(OutputCaptureExtension.class)
@EnabledIf("io.sightline.console.page.ServicesIntegrationTests#areInstalled")
@TestInstance(Lifecycle.PER_CLASS)
class ServicesIntegrationTests {

	private static final int REQUESTS = 40;

	private static final int FAILED = 4;

	private static Path file = Path.of("target", "scrape-targets.json").toAbsolutePath();

	private static int alertmanagerPort;

	private final ConsoleClient console;

	private final String root;

	private final WatchedShop shop;

	private final RealAlertmanager alertmanager;

	private final Browser browser;

	ServicesIntegrationTests(@LocalServerPort int port, ApplicationContext context) throws IOException {
		this.console = new ConsoleClient(port);
		this.root = "http://localhost:" + port;
		this.shop = new WatchedShop(port);
		this.alertmanager = RealAlertmanager.start(alertmanagerPort);
		this.browser = Browser.start();
		this.browser.open(this.root + "/login?token=" + Invited.token(context));
		this.browser.awaitText("h1", "Overview");
		this.browser.complaints();
	}

	static boolean areInstalled() {
		return Browser.isInstalled() && RealAlertmanager.isInstalled();
	}

	@DynamicPropertySource
	static void sources(DynamicPropertyRegistry registry) throws IOException {
		alertmanagerPort = RealAlertmanager.freePort();
		Files.writeString(file, "[]");
		registry.add("console.alertmanager.url", () -> "http://127.0.0.1:" + alertmanagerPort);
		registry.add("console.alertmanager.interval", () -> "500ms");
		registry.add("console.scrape.target-files", () -> file);
		registry.add("console.scrape.interval", () -> "500ms");
	}

	@BeforeAll
	void use() throws Exception {
		this.shop.listIn(file);
		await().until(() -> target("shop").path("samples").asInt() > 0);
		for (int i = 0; i < REQUESTS; i++) {
			this.shop.ask((i < FAILED) ? "/things?fails=true" : "/things");
		}
		WatchedShop.sendHistory(this.console, "2.0.0", 100, 300, 20);
		WatchedShop.sendHistory(this.console, "1.0.0", 50, 900, 0);
		await().until(() -> service("shop").path("requests").asInt() >= REQUESTS);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.console.get("/api/overview").at("/store/spans/rows").asInt() >= REQUESTS);
	}

	@AfterEach
	void complainsAboutNothingButTheTraceThatIsNotThere() {
		assertThat(this.browser.complaints()).allMatch((complaint) -> complaint.contains("/api/metrics/trace"));
	}

	@AfterAll
	void close() throws InterruptedException {
		this.browser.close();
		this.shop.close();
		this.alertmanager.close();
	}

	@Test
	void countsEveryRequestByMeters() {
		JsonNode service = service("shop");
		assertThat(service.path("source").asString()).isEqualTo("meters");
		assertThat(service.path("requests").asInt()).isEqualTo(REQUESTS);
		assertThat(service.path("failed").asInt()).isEqualTo(FAILED);
		assertThat(service.path("p95_ms").asDouble()).isPositive();
		JsonNode detail = this.console.get("/api/services/shop");
		assertThat(detail.path("source").asString()).isEqualTo("meters");
		assertThat(detail.at("/buckets/0/requests").asInt()).isPositive();
	}

	@Test
	void answersRatesAndQuantiles() {
		JsonNode answer = this.console.get("/api/metrics", "name", "http_server_requests_seconds", "service", "shop",
				"by", "outcome", "filter", "uri=/things", "stat", "rate", "stat", "p95", "since", "10m");
		assertThat(answer.path("kind").asString()).isEqualTo("histogram");
		assertThat(answer.path("lines")).hasSize(4);
		double requests = 0;
		for (JsonNode line : answer.path("lines")) {
			requests += line.path("stat").asString().equals("rate") ? line.path("whole").asDouble() * 600 : 0;
		}
		assertThat(requests).isBetween(REQUESTS - 0.1, REQUESTS + 0.1);
		assertThat(this.console.get("/api/metrics", "text", "jvm_memory").path("meters").toString())
			.contains("jvm_memory_used_bytes");
	}

	@Test
	void namesTheFieldOfAQuestionAboutMetersThatIsWrong() {
		assertThat(field("/api/metrics", "name", "jvm_memory_used_bytes", "stat", "p95")).isEqualTo("stat");
		assertThat(field("/api/metrics", "stat", "p95")).isEqualTo("name");
		assertThat(field("/api/metrics", "name", "x", "by", "a b")).isEqualTo("by");
		assertThat(field("/api/metrics", "name", "x", "filter", "nonsense")).isEqualTo("filter");
		assertThat(field("/api/metrics", "name", "x", "since", "1s")).isEqualTo("since");
		assertThat(field("/api/metrics/trace", "service", "shop")).isEqualTo("from");
		assertThat(field("/api/canary")).isEqualTo("service");
		assertThat(field("/api/canary", "service", "bakery", "version", "9")).isEqualTo("version");
		assertThat(field("/api/health", "nonsense", "1")).isEqualTo("nonsense");
		this.console.refused(404, "/api/metrics", "name", "nobody's");
		this.console.refused(404, "/api/canary", "service", "nobody");
	}

	private String field(String path, String... parameters) {
		return this.console.refused(400, path, parameters).path("field").asString();
	}

	@Test
	void tellsOnceThatATargetIsDown(CapturedOutput output) {
		assertThat(target("shop-by-file").path("up").asBoolean()).isFalse();
		assertThat(target("shop-by-file").at("/problems/0").asString()).isEqualTo("does not listen");
		assertThat(service("shop-by-file").path("health").asString()).isEqualTo("UNREACHABLE");
		assertThat(output.getAll().split("127.0.0.1:1 does not listen", -1)).hasSize(2);
	}

	@Test
	void showsPlotsWithHistoryAndTheTraceOfAPoint() throws IOException {
		show("/metrics?service=shop&since=5m");
		this.browser.awaitText("figure h2", "Heap in use");
		assertThat(this.browser.all("figure.plot svg[role=img] path")).hasSizeGreaterThan(6)
			.allMatch((path) -> String.valueOf(path.getDomAttribute("d")).contains("M"));
		assertThat(this.browser.find("figure.points svg").getDomAttribute("aria-label")).contains("p99", "from", "ms");
		this.browser.pictures("metrics");
		this.browser.find("figure.points summary").click();
		this.browser.find("figure.points tbody tr:last-child button").click();
		this.browser.find("[role=treegrid]");
		this.browser.awaitText("#status", "shop");
		assertThat(this.browser.find("#status").getText()).startsWith("An exemplar that shop told");
		show("/metrics?service=bakery&since=1h");
		this.browser.awaitText("figure h2", "Time that requests take");
		assertThat(String.valueOf(this.browser.find("figure svg path").getDomAttribute("d")).split("L"))
			.hasSizeGreaterThan(20);
		this.browser.find("figure.points summary").click();
		this.browser.find("figure.points tbody button").click();
		this.browser.awaitText("#status", "No trace of that time is kept");
	}

	@Test
	void showsHealthByProbeAndItsChanges() throws IOException {
		this.shop.stock(false);
		await().until(() -> readiness().equals("DOWN"));
		this.shop.stock(true);
		await().until(() -> readiness().equals("UP"));
		show("/health?service=shop");
		this.browser.awaitText("section h2", "shop");
		this.browser.pictures("health");
		this.browser.awaitText("table[aria-label='health checks']", "stock");
		assertThat(this.browser.texts("section h3")).anyMatch((text) -> text.startsWith("liveness UP"))
			.anyMatch((text) -> text.startsWith("startup UP"));
		assertThat(this.browser.all("table[aria-label='readiness checks'] .strip[aria-label*=change]")).isNotEmpty();
		assertThat(this.browser.all("table[aria-label='readiness checks'] .strip .is-down")).isNotEmpty();
	}

	@Test
	void showsObjectivesWithTheFiguresOfTheService() throws Exception {
		await().untilAsserted(() -> {
			JsonNode shown = this.console.get("/api/slos", "service", "shop").at("/objectives/0/objective");
			JsonNode said = this.shop.get("/actuator/slo").at("/objectives/0");
			for (String figure : List.of("/state", "/windows/0/good", "/windows/0/bad", "/alerts/0/factor",
					"/alerts/0/firing", "/budget/remaining_ratio")) {
				assertThat(shown.at(figure).asString("")).as(figure).isEqualTo(said.at(figure).asString(""));
			}
		});
		JsonNode objective = this.console.get("/api/slos", "service", "shop").at("/objectives/0/objective");
		show("/slos?service=shop");
		this.browser.awaitText("section h2", "shop availability " + objective.path("state").asString());
		String left = "%.1f %%".formatted(100 * objective.at("/budget/remaining_ratio").asDouble());
		assertThat(this.browser.find("section").getText()).contains("Budget left: " + left, " of data, not 30d", "14.4",
				"SloFastBurn");
		this.browser.pictures("slos");
	}

	@Test
	void showsAlertsOfARealAlertmanager() throws IOException {
		this.alertmanager.send("""
				[{"labels": {"alertname": "OvenCold", "service": "bakery", "severity": "warning"},
				  "annotations": {"summary": "<b>The oven is cold</b>", "runbook_url": "https://example.com/oven"}},
				 {"labels": {"alertname": "Hostile"}, "annotations": {"runbook_url": "javascript:alert(1)"}}]""");
		await().until(() -> this.console.get("/api/alerts").toString().contains("Hostile"));
		show("/alerts");
		this.browser.awaitText("table[aria-label=Alerts]", "<b>The oven is cold</b>");
		assertThat(this.browser.find("a[href='https://example.com/oven']").getText()).isEqualTo("runbook");
		assertThat(this.browser.all("a[href^=javascript]")).isEmpty();
		this.browser.awaitText("table[aria-label=Alerts]", "SloFastBurn");
		this.browser.pictures("alerts");
	}

	@Test
	void judgesACanary() throws IOException {
		await()
			.until(() -> this.console.get("/api/canary", "service", "bakery").at("/versions/0/requests").asInt() > 300);
		JsonNode canary = this.console.get("/api/canary", "service", "bakery");
		assertThat(canary.path("version").asString()).isEqualTo("2.0.0");
		assertThat(canary.at("/verdict/action").asString()).as(canary.toString()).isEqualTo("ROLL_BACK");
		assertThat(canary.at("/errors/share").asDouble()).isBetween(0.15, 0.18);
		assertThat(canary.at("/errors/z").asDouble()).isGreaterThan(2.33);
		show("/canary?service=bakery");
		this.browser.awaitText(".verdict.roll_back", "Roll back: bakery 2.0.0 against all others");
		assertThat(this.browser.find(".verdict").getText())
			.contains(canary.at("/verdict/reason").asString().substring(0, 4));
		this.browser.pictures("canary");
		show("/canary?service=shop");
		this.browser.awaitText(".verdict.not_enough", REQUESTS + " of the 100 requests");
	}

	@Test
	void goesToTheNewViewsByKeys() {
		show("/overview");
		this.browser.awaitText("table[aria-label=Services]", "meters");
		for (String view : List.of("m:Metrics", "h:Health", "s:SLOs", "a:Alerts", "c:Canary")) {
			this.browser.find("main").sendKeys(view.substring(0, 1));
			this.browser.awaitText("h1", view.substring(2));
		}
	}

	private String readiness() {
		return this.console.get("/api/health", "service", "shop").at("/instances/0/probes/1/whole/status").asString();
	}

	private JsonNode target(String service) {
		return WatchedShop.find(this.console.get("/api/targets").path("targets"), service);
	}

	private JsonNode service(String name) {
		return WatchedShop.find(this.console.get("/api/overview").path("services"), name);
	}

	private void show(String view) {
		this.browser.open("about:blank");
		this.browser.open(this.root + "/#" + view);
		this.browser.find("main > h1, main > .empty, main > [role=alert]");
	}

}
