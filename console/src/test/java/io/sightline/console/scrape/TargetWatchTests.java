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

package io.sightline.console.scrape;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sightline.console.fetch.Fetcher;
import io.sightline.console.health.HealthBoard;
import io.sightline.console.meters.Exemplars;
import io.sightline.console.slo.SloBoard;
import io.sightline.console.store.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A target that misbehaves.
 */
class TargetWatchTests {

	private static final String METERS = "# TYPE a_total counter\na_total 100\n# TYPE b gauge\nb 1\n";

	private static final String UP = "{\"status\": \"UP\"}";

	private static final String BURNING = """
			{"objectives": [{"name": "orders", "type": "availability", "window": "30d", "state": "BURNING", "budget": {},
				"alerts": [{"name": "OrdersBurn", "severity": "page", "firing": true}]}]}""";

	private static final String SERVICE = "shop";

	private final CountDownLatch end = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final HealthBoard health = new HealthBoard();

	private final SloBoard slos = new SloBoard();

	private final List<Point> kept = new ArrayList<>();

	private final Fetcher fetcher = new Fetcher("test", Duration.ofMillis(700), 10_000);

	private final HttpServer server;

	private final TargetWatch watch;

	private boolean full;

	TargetWatchTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/actuator", this::answer);
		this.server.start();
		URI uri = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		ScrapeProperties properties = new ScrapeProperties(Map.of(SERVICE, uri), List.of(), Duration.ofSeconds(5),
				Duration.ofSeconds(1), DataSize.ofKilobytes(10), 100, Map.of(), false);
		this.watch = new TargetWatch(Target.of(SERVICE, uri), properties, this.fetcher,
				new Boards((batch, size) -> !this.full && this.kept.addAll(batch.points()),
						new ScrapedExemplars(new Exemplars()), this.health, this.slos));
		say("/prometheus", 200, METERS);
		say("/health", 200, UP);
		say("/slo", 200, BURNING);
		visit();
		assertThat(this.watch.status().problems()).isEmpty();
		assertThat(points()).containsExactly("a_total=100.0", "b=1.0");
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.fetcher.close();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	@Test
	void takesNoErrorForHealth() {
		say("/health", 404, "{\"status\": 404, \"error\": \"Not Found\"}");
		visit();
		assertThat(this.health.statusOf(SERVICE)).isNull();
		assertThat(this.watch.status().problems()).isEmpty();
		say("/health", 503, "{\"status\": \"DOWN\"}");
		visit();
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("DOWN");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			401 | {"status": "UP"}
			500 | {"status": 500}
			500 | {"status": "UP"}
			200 | {"status": 200}
			200 | <html>
			200 | []
			200 | {"status": "U
			""")
	void keepsNoHealthThatItCannotHave(int status, String body) {
		say("/health", status, body);
		visit();
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("UNREACHABLE");
		assertThat(this.watch.status().problems()).containsExactly("answers " + status + " instead of its health");
		say("/health", 200, UP);
		visit();
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("UP");
		assertThat(this.watch.status().problems()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			401 | {"objectives": []}
			500 | {"status": 500}
			200 | <html>
			200 | {"objectives": 5}
			200 | {"objectives": [{"name": {}}]}
			""")
	void marksObjectivesThatItCannotHave(int status, String body) {
		say("/slo", status, body);
		visit();
		assertThat(this.watch.status().problems()).hasSize(1);
		assertThat(this.slos.burning()).singleElement()
			.satisfies((alert) -> assertThat(alert.problem()).contains("objectives"));
		say("/slo", 200, BURNING);
		visit();
		assertThat(this.slos.burning()).singleElement().satisfies((alert) -> assertThat(alert.problem()).isNull());
	}

	@Test
	void forgetsObjectivesThatThereAreNoMore() {
		say("/slo", 404, "{\"status\": 404}");
		visit();
		assertThat(this.slos.burning()).isEmpty();
		assertThat(this.watch.status().problems()).isEmpty();
	}

	@Test
	void losesNothingElseWhenHealthHangs() {
		say("/health", 0, "");
		say("/slo", 200, "{\"objectives\": []}");
		visit();
		assertThat(points()).isEmpty();
		assertThat(this.slos.burning()).isEmpty();
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("UNREACHABLE");
		assertThat(this.watch.status().problems()).containsExactly("does not answer in time at /health");
	}

	@Test
	void losesMetersOnlyWhenTheseHang() {
		say("/prometheus", 0, "");
		visit();
		assertThat(points()).containsExactly("a_total=NaN", "b=NaN");
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("UP");
		assertThat(this.watch.status().problems()).containsExactly("does not answer in time");
	}

	@Test
	void keepsHealthWhenAProbeIsBroken() {
		say("/health", 200, "{\"status\": \"UP\", \"groups\": [\"liveness\"]}");
		say("/health/liveness", 404, "{\"status\": 404}");
		visit();
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("UP");
		assertThat(this.watch.status().problems()).containsExactly("answers 404 instead of its liveness");
	}

	@Test
	void marksEverythingOfWhatDoesNotListen() {
		this.server.stop(0);
		visit();
		assertThat(this.watch.status().problems()).isNotEmpty();
		assertThat(this.health.statusOf(SERVICE)).isEqualTo("UNREACHABLE");
		assertThat(this.slos.burning()).singleElement().satisfies((alert) -> assertThat(alert.problem()).isNotNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "<html><body>Sorry</body></html>", "# TYPE a_total counter\n", "a_total\nb\n" })
	void takesAnOddAnswerForAGap(String odd) {
		say("/prometheus", 200, odd);
		visit();
		assertThat(this.watch.status().up()).isFalse();
		assertThat(this.watch.status().problems()).containsExactly("answers without any meters");
		assertThat(points()).containsExactly("a_total=NaN", "b=NaN");
		say("/prometheus", 200, METERS.replace("100", "105"));
		visit();
		assertThat(points()).containsExactly("a_total=105.0", "b=1.0");
		assertThat(this.watch.status().up()).isTrue();
	}

	@Test
	void takesNoPartForTheWhole() {
		say("/prometheus", 200, METERS + "# EOF\n");
		visit();
		say("/prometheus", 200, "# TYPE a_total counter\na_total 10");
		visit();
		assertThat(this.watch.status().problems()).containsExactly("answers with meters that are cut off");
		assertThat(points()).containsExactly("a_total=NaN", "b=NaN");
	}

	@Test
	void keepsAgainWhatTheStoreHadNoRoomFor() {
		this.full = true;
		say("/prometheus", 200, METERS.replace("100", "105"));
		visit();
		assertThat(points()).isEmpty();
		this.full = false;
		visit();
		assertThat(points()).containsExactly("a_total=105.0");
	}

	@Test
	void isClaimedOnceAndSaysHowOftenItWasNotAsked() {
		for (int i = 0; i < 2; i++) {
			assertThat(this.watch.claim()).isTrue();
			assertThat(this.watch.claim()).isFalse();
			this.watch.discard();
		}
		assertThat(this.watch.status().problems())
			.containsExactly("was not asked 2 times because too many others wait");
		visit();
		assertThat(this.watch.status().problems()).isEmpty();
	}

	private void visit() {
		this.kept.clear();
		assertThat(this.watch.claim()).isTrue();
		this.watch.visit();
	}

	private List<String> points() {
		return this.kept.stream().map((point) -> point.series().name() + "=" + point.value()).sorted().toList();
	}

	private void say(String path, int status, String body) {
		this.answers.put("/actuator" + path, new Answer(status, body));
	}

	private void answer(HttpExchange exchange) throws IOException {
		Answer answer = this.answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, ""));
		try (OutputStream out = exchange.getResponseBody()) {
			if (answer.status() == 0) {
				this.end.await();
				return;
			}
			byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(answer.status(), (bytes.length > 0) ? bytes.length : -1);
			out.write(bytes);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What it says at a path.
	 *
	 * @param status the HTTP status, 0 to say nothing
	 * @param body the body
	 */
	private record Answer(int status, String body) {
	}

}
