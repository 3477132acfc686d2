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

package io.sightline.tracing.http;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link ObservedHttpClient} leaves to the client it is made of.
 */
class ObservedHttpClientTests {

	private final HttpClient delegate = Mockito.mock(HttpClient.class, Answers.RETURNS_SMART_NULLS);

	private final ObservedHttpClient client = ObservedHttpClient.of(this.delegate, ObservationRegistry.NOOP);

	@Test
	void tellsSettingsOfTheClient() {
		Executor executor = Runnable::run;
		BDDMockito.given(this.delegate.executor()).willReturn(Optional.of(executor));
		BDDMockito.given(this.delegate.connectTimeout()).willReturn(Optional.of(Duration.ofSeconds(3)));
		BDDMockito.given(this.delegate.followRedirects()).willReturn(HttpClient.Redirect.NEVER);
		BDDMockito.given(this.delegate.version()).willReturn(HttpClient.Version.HTTP_2);
		assertThat(this.client.executor()).containsSame(executor);
		assertThat(this.client.connectTimeout()).contains(Duration.ofSeconds(3));
		assertThat(this.client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
		assertThat(this.client.version()).isEqualTo(HttpClient.Version.HTTP_2);
	}

	@Test
	void asksClientForTheRest() {
		this.client.cookieHandler();
		this.client.proxy();
		this.client.authenticator();
		this.client.sslContext();
		this.client.sslParameters();
		Mockito.verify(this.delegate).cookieHandler();
		Mockito.verify(this.delegate).proxy();
		Mockito.verify(this.delegate).authenticator();
		Mockito.verify(this.delegate).sslContext();
		Mockito.verify(this.delegate).sslParameters();
	}

	@Test
	void socketsAreThoseOfTheClient() {
		WebSocket.Builder sockets = Mockito.mock(WebSocket.Builder.class);
		BDDMockito.given(this.delegate.newWebSocketBuilder()).willReturn(sockets);
		assertThat(this.client.newWebSocketBuilder()).isSameAs(sockets);
	}

	@Test
	void endsWithTheClientWhereClientsEnd() throws InterruptedException {
		boolean ends = Runtime.version().feature() >= 21;
		ObservedHttpClient real = ObservedHttpClient.of(HttpClient.newHttpClient(), ObservationRegistry.NOOP);
		assertThat(real.isTerminated()).isFalse();
		real.shutdown();
		assertThat(real.awaitTermination(Duration.ofSeconds(10))).isTrue();
		assertThat(real.isTerminated()).isEqualTo(ends);
		real.shutdownNow();
		real.close();
	}

}
