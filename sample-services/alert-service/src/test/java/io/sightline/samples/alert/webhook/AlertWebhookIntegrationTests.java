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

package io.sightline.samples.alert.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.samples.alert.RecordingServer;
import io.sightline.samples.alert.channel.Alert;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From Alertmanager's webhook to real HTTP and mail servers.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.application.name=webhook-alert-service", "sample.alerts.token=let-me-in",
				"sample.alerts.cool-down=3s", "sample.alerts.channels.attempts=2",
				"sample.alerts.channels.back-off=10ms", "sample.alerts.channels.pagerduty.routing-key=key",
				"sample.alerts.channels.email.recipients=oncall@example.com", "spring.mail.host=127.0.0.1" })
class AlertWebhookIntegrationTests {

	private static final RecordingServer chat = new RecordingServer();

	private static final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private static final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	AlertWebhookIntegrationTests(@LocalServerPort int port) {
		this.port = port;
	}

	@DynamicPropertySource
	static void servers(DynamicPropertyRegistry registry) {
		mail.start();
		registry.add("spring.mail.port", () -> mail.getSmtp().getPort());
		registry.add("sample.alerts.channels.slack.url", () -> chat.uri("/slack"));
		registry.add("sample.alerts.channels.teams.url", () -> chat.uri("/teams"));
		registry.add("sample.alerts.channels.pagerduty.url", () -> chat.uri("/v2/enqueue"));
	}

	@AfterAll
	static void stop() {
		mail.stop();
		chat.close();
	}

	@Test
	void tellsEveryChannelOfCriticalAlertOfPayments() throws Exception {
		assertThat(post(message("everybody", "firing", "critical", "payment-service", 1)).statusCode()).isEqualTo(202);
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("everybody").size() == 4);
		assertThat(deliveries("everybody")).allMatch((delivery) -> text(delivery, "outcome").equals("DELIVERED"))
			.extracting((delivery) -> text(delivery, "channel"))
			.containsExactlyInAnyOrder("slack", "email", "pagerduty", "teams");
		assertThat(subjects()).contains("[FIRING] critical everybody: payments fail");
		assertThat(chat.bodies("/v2/enqueue")).anyMatch((event) -> text(event, "dedup_key").equals("everybody"));
	}

	@Test
	void tellsOnceHoweverOftenAlertmanagerRepeatsItself() throws Exception {
		post(message("repeated", "firing", "warning", "user-service", 1));
		JsonNode receipt = json(post(message("repeated", "firing", "warning", "user-service", 1)));
		assertThat(receipt.path("duplicates").asInt()).isOne();
		post(message("repeated", "resolved", "warning", "user-service", 1));
		post(message("repeated", "resolved", "warning", "user-service", 1));
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("repeated").size() == 2);
		assertThat(history("repeated")).extracting((entry) -> text(entry, "status"))
			.containsExactly("RESOLVED", "FIRING");
		assertThat(chat.bodies("/slack")).filteredOn((body) -> text(body, "text").contains("repeated")).hasSize(2);
	}

	@Test
	void coolsDownBeforeItTellsTheSameAgain() throws Exception {
		post(message("flaps", "firing", "warning", "user-service", 1));
		post(message("flaps", "resolved", "warning", "user-service", 1));
		post(message("flaps", "firing", "warning", "user-service", 2));
		post(message("flaps", "resolved", "warning", "user-service", 2));
		post(message("flaps", "firing", "warning", "user-service", 3));
		assertThat(decisions("flaps")).containsExactly("COOLING_DOWN", "SKIPPED", "COOLING_DOWN", "NOTIFIED",
				"NOTIFIED");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(decisions("flaps")).containsExactly("NOTIFIED", "SKIPPED", "SKIPPED",
					"NOTIFIED", "NOTIFIED"));
	}

	@Test
	void failingChannelHoldsUpNoOther(@Autowired MeterRegistry registry) throws Exception {
		chat.answer("/teams", 500, 500);
		post(message("isolated", "firing", "warning", "order-service", 1));
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("isolated").size() == 2);
		assertThat(deliveries("isolated"))
			.extracting((delivery) -> text(delivery, "channel") + " " + text(delivery, "outcome") + " "
					+ delivery.path("attempts").asInt())
			.containsExactlyInAnyOrder("teams FAILED 2", "slack DELIVERED 1");
		assertThat(registry.get("alert.deliveries").tags("channel", "teams", "outcome", "FAILED").counter().count())
			.isOne();
	}

	@Test
	void tellsAgainByTheChannelThatFailed() throws Exception {
		chat.answer("/teams", 500, 500);
		String alert = message("redelivered", "firing", "warning", "order-service", 1);
		post(alert);
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("redelivered").size() == 2);
		assertThat(json(post(alert)).path("duplicates").asInt()).isOne();
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("redelivered").size() == 3);
		post(alert);
		assertThat(deliveries("redelivered"))
			.extracting((delivery) -> text(delivery, "channel") + " " + text(delivery, "outcome"))
			.containsExactlyInAnyOrder("teams FAILED", "slack DELIVERED", "teams DELIVERED");
	}

	@Test
	void tellsWhatWasWaitingWhenTheProcessEnded(@Autowired AlertDesk desk) throws Exception {
		Instant begin = Instant.parse("2026-03-04T05:01:00.123456Z");
		desk.history()
			.add(new Alert("restarted", Alert.Status.FIRING, "restarted", "warning", "user-service", "", "", "", "",
					begin, null), AlertEntry.Decision.NOTIFIED, AlertEntry.stored(Instant.now()));
		post(message("restarted", "firing", "warning", "user-service", 1));
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("restarted").size() == 1);
		assertThat(history("restarted")).hasSize(1);
	}

	@Test
	void tellsTheEndOfWhatSeemedOver() throws Exception {
		for (String status : List.of("resolved", "firing", "resolved", "resolved")) {
			post(message("back", status, "warning", "user-service", 1));
		}
		assertThat(decisions("back")).containsExactly("NOTIFIED", "NOTIFIED", "SKIPPED");
	}

	@Test
	void tellsTheEndOfWhatBeganAtAnotherTimeThanItSaid() throws Exception {
		post(message("moved", "firing", "warning", "user-service", 1));
		post(message("moved", "firing", "warning", "user-service", 2));
		post(message("moved", "resolved", "warning", "user-service", 2));
		assertThat(decisions("moved").get(0)).isEqualTo("NOTIFIED");
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(decisions("moved")).containsExactly("NOTIFIED", "SKIPPED", "NOTIFIED"));
	}

	@Test
	void leavesOutTheEndOfSomethingOlder() throws Exception {
		post(message("older", "firing", "warning", "user-service", 5));
		post(message("older", "resolved", "warning", "user-service", 1).replace("0001-01-01T00:00:00Z",
				"2026-03-04T05:02:00Z"));
		assertThat(decisions("older")).containsExactly("SKIPPED", "NOTIFIED");
	}

	@Test
	void leavesOutWhoIsNotMeant() throws Exception {
		post(message("warned", "firing", "warning", "user-service", 1));
		await().atMost(Duration.ofSeconds(20)).until(() -> deliveries("warned").size() == 1);
		assertThat(subjects()).noneMatch((subject) -> subject.contains("warned"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer let-me-out", "Basic let-me-in", "Bearer ", "let-me-in" })
	void letsNobodyInWithoutToken(String authorization) throws Exception {
		HttpResponse<String> response = send(request("/alerts").header("Authorization", authorization)
			.POST(BodyPublishers.ofString(message("stranger", "firing", "critical", "user-service", 1))));
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
		assertThat(send(request("/alerts").GET()).statusCode()).isEqualTo(401);
		assertThat(history("stranger")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{}", "{\"version\":\"3\",\"alerts\":[]}", "{\"version\":\"4\",\"alerts\":[{}]}", "not JSON" })
	void refusesWhatIsNoMessageOfAlertmanager(String body) throws Exception {
		assertThat(post(body).statusCode()).isEqualTo(400);
	}

	@Test
	void takesWhatIsValidOfAGroup() throws Exception {
		String body = message("valid", "firing", "warning", "user-service", 1).replace("\"alerts\": [",
				"\"alerts\": [{}, ");
		HttpResponse<String> response = post(body);
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(json(response).path("invalid").asInt()).isOne();
		assertThat(history("valid")).hasSize(1);
	}

	private List<JsonNode> history(String fingerprint) throws IOException, InterruptedException {
		JsonNode all = json(send(authorized("/alerts?limit=500").GET()));
		return all.valueStream().filter((entry) -> text(entry, "fingerprint").equals(fingerprint)).toList();
	}

	private List<String> decisions(String fingerprint) throws IOException, InterruptedException {
		return history(fingerprint).stream().map((entry) -> text(entry, "decision")).toList();
	}

	private List<JsonNode> deliveries(String fingerprint) throws IOException, InterruptedException {
		return history(fingerprint).stream().flatMap((entry) -> entry.path("deliveries").valueStream()).toList();
	}

	private static List<String> subjects() throws MessagingException {
		List<String> subjects = new ArrayList<>();
		for (MimeMessage message : mail.getReceivedMessages()) {
			subjects.add(message.getSubject());
		}
		return subjects;
	}

	private HttpResponse<String> post(String body) throws IOException, InterruptedException {
		return send(authorized("/alerts").POST(BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder authorized(String path) {
		return request(path).header("Authorization", "Bearer let-me-in");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Content-Type", "application/json");
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}

	/**
	 * A message as Alertmanager 0.25 sends it.
	 */
	private static String message(String fingerprint, String status, String severity, String service, int minute) {
		return """
				{"receiver": "alert-service", "status": "%2$s", "version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0,
				 "groupLabels": {"service": "%4$s"}, "commonLabels": {}, "commonAnnotations": {},
				 "externalURL": "http://alertmanager:9093",
				 "alerts": [{"status": "%2$s", "fingerprint": "%1$s",
				  "labels": {"alertname": "%1$s", "severity": "%3$s", "service": "%4$s"},
				  "annotations": {"summary": "payments fail", "description": "10 %% failed"},
				  "startsAt": "2026-03-04T05:%5$02d:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z",
				  "generatorURL": "http://prometheus/graph"}]}
				"""
			.formatted(fingerprint, status, severity, service, minute);
	}

}
