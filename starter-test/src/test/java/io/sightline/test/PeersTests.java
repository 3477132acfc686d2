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

package io.sightline.test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PeersTests {

	private final Peers peers = Peers.of(new MockEnvironment()
		.withProperty("sightline.health.downstream.payment.url", "http://localhost:${port}/api")
		.withProperty("port", "5002"));

	@ParameterizedTest
	@CsvSource({ "server.address, payment", "client.name, payment", "peer.service, payment",
			"server.address, payment.shop.svc", "http.url, http://payment:8080/x?y", "url.full, https://PAYMENT/x",
			"http.url, http://localhost:5002/payments" })
	void knowsCallsOfService(String key, String value) {
		assertThat(this.peers.isOf(call(Attributes.of(AttributeKey.stringKey(key), value)), "payment")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "server.address, payments", "client.name, localhost", "peer.service, mail",
			"http.url, http://localhost:5003/payment", "http.url, not a url", "url.path, payment" })
	void knowsCallsOfOthers(String key, String value) {
		assertThat(this.peers.isOf(call(Attributes.of(AttributeKey.stringKey(key), value)), "payment")).isFalse();
	}

	@Test
	void knowsServiceByHostAndPort() {
		SpanData call = call(Attributes.of(AttributeKey.stringKey("server.address"), "localhost",
				AttributeKey.longKey("server.port"), 5002L));
		assertThat(this.peers.isOf(call, "payment")).isTrue();
	}

	@Test
	void takesNoRequestForCall() {
		SpanData request = Spans.with(SpanKind.SERVER,
				Attributes.of(AttributeKey.stringKey("server.address"), "payment"));
		assertThat(this.peers.isOf(request, "payment")).isFalse();
	}

	@Test
	void refusesWhatIsNoUrl() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.peers.add("mail", "mail"))
			.withMessageContaining("'mail' is not the URL of a service");
	}

	private static SpanData call(Attributes attributes) {
		return Spans.with(SpanKind.CLIENT, attributes);
	}

}
