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

package io.sightline.samples.demo.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpCallerTests {

	private final HttpCaller caller = new HttpCaller(Duration.ofSeconds(5));

	@Test
	void sendsMethodBodyAndHeaders() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> new StubServer.Answer(201,
				exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("X-Test") + " "
						+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)))) {
			Reply reply = this.caller.send("POST", server.uri(), "{}", Map.of("X-Test", "yes"));
			assertThat(reply.status()).isEqualTo(201);
			assertThat(reply.body()).isEqualTo("POST yes {}");
			assertThat(reply.duration()).isPositive();
		}
	}

	@Test
	void reportsAServiceThatIsNotThereAsNoAnswer() throws Exception {
		URI gone;
		try (StubServer server = StubServer.start((exchange) -> new StubServer.Answer(200, ""))) {
			gone = server.uri();
		}
		Reply reply = this.caller.get(gone);
		assertThat(reply.status()).isEqualTo(Reply.NO_ANSWER);
		assertThat(reply.body()).contains("ConnectException");
		assertThat(reply.header("X-Trace-ID")).isEmpty();
	}

	@Test
	void keepsTheInterruptOfItsThread() {
		Thread.currentThread().interrupt();
		assertThat(this.caller.get(URI.create("http://127.0.0.1:1")).status()).isEqualTo(Reply.NO_ANSWER);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void readsABodyThatIsNotJsonAsMissing() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> new StubServer.Answer(200, "<html>"))) {
			assertThat(this.caller.get(server.uri()).json().isMissingNode()).isTrue();
		}
	}

}
