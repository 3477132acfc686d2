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

package io.sightline.samples.alert.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

import io.sightline.samples.alert.RecordingServer;
import io.sightline.samples.alert.channel.Alert.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpChannelsTests {

	private final RecordingServer server = new RecordingServer();

	private final JsonPost post = new JsonPost(Duration.ofSeconds(5));

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void postsToSlack() throws DeliveryException {
		new SlackChannel(this.post, this.server.uri("/slack")).send(Alerts.critical());
		JsonNode body = this.server.bodies("/slack").get(0);
		assertThat(body.path("text").asString()).isEqualTo("[FIRING] critical SloFastBurn: burns &lt;fast&gt;");
		assertThat(body.at("/attachments/0/color").asString()).isEqualTo("danger");
		assertThat(body.at("/attachments/0/title_link").asString()).endsWith("SloFastBurn.md");
		assertThat(body.at("/attachments/0/text").asString()).contains("10 % failed", "payment-service");
	}

	@Test
	void postsCardToTeams() throws DeliveryException {
		new TeamsChannel(this.post, this.server.uri("/teams")).send(Alerts.critical());
		JsonNode card = this.server.bodies("/teams").get(0).at("/attachments/0/content");
		assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
		assertThat(card.at("/body/0/text").asString()).contains("SloFastBurn");
		assertThat(card.at("/actions/0/url").asString()).endsWith("SloFastBurn.md");
	}

	@ParameterizedTest
	@CsvSource({ "FIRING,trigger", "RESOLVED,resolve" })
	void sendsEventToPagerDuty(Status status, String action) throws DeliveryException {
		new PagerDutyChannel(this.post, this.server.uri("/v2/enqueue"), "key")
			.send(Alerts.of(status, "critical", "payment-service"));
		JsonNode event = this.server.bodies("/v2/enqueue").get(0);
		assertThat(event.path("routing_key").asString()).isEqualTo("key");
		assertThat(event.path("event_action").asString()).isEqualTo(action);
		assertThat(event.path("dedup_key").asString()).isEqualTo("f1");
		assertThat(event.at("/payload/severity").asString()).isEqualTo("critical");
		assertThat(event.at("/payload/source").asString()).isEqualTo("payment-service");
		assertThat(event.at("/payload/timestamp").asString()).isEqualTo("2026-03-04T05:06:07Z");
		assertThat(event.path("links")).hasSize(2);
	}

	@Test
	void givesPagerDutyOnlySeveritiesItKnows() throws DeliveryException {
		new PagerDutyChannel(this.post, this.server.uri("/v2/enqueue"), "key")
			.send(Alerts.of(Status.FIRING, "none", "payment-service"));
		assertThat(this.server.bodies("/v2/enqueue").get(0).at("/payload/severity").asString()).isEqualTo("error");
	}

	@ParameterizedTest
	@CsvSource({ "500,true", "503,true", "429,true", "400,false", "404,false", "302,false" })
	void tellsWhetherToTryAgain(int status, boolean retry) {
		this.server.answer("/slack", status);
		SlackChannel slack = new SlackChannel(this.post, this.server.uri("/slack"));
		assertThatExceptionOfType(DeliveryException.class).isThrownBy(() -> slack.send(Alerts.critical()))
			.withMessage("HTTP " + status)
			.matches((ex) -> ex.isWorthRetry() == retry);
	}

	@Test
	void triesAgainWhenNobodyAnswersAndKeepsAddressSecret() throws IOException {
		// Bound and not listening: refuses, and nobody else can get the port.
		try (Socket mute = new Socket()) {
			mute.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			SlackChannel slack = new SlackChannel(this.post,
					URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/secret"));
			assertThatExceptionOfType(DeliveryException.class).isThrownBy(() -> slack.send(Alerts.critical()))
				.withMessage("ConnectException")
				.withNoCause()
				.matches(DeliveryException::isWorthRetry);
		}
	}

}
