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

package io.sightline.benchmarks.requests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeighboursTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final Neighbours neighbours;

	NeighboursTests() throws IOException {
		this.neighbours = new Neighbours();
	}

	@AfterEach
	void close() {
		this.neighbours.close();
	}

	@Test
	void answersWhatTheServiceAsks() throws Exception {
		HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(this.neighbours.downstream() + "/routes/7")));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("depot", "kilometres");
	}

	@Test
	void countsBatchesOfSpansOfEachService() throws Exception {
		HttpRequest.Builder batch = HttpRequest.newBuilder(uri(this.neighbours.sink(Variant.OTEL) + "/v1/traces"))
			.POST(BodyPublishers.ofByteArray(new byte[70_000]));
		assertThat(send(batch).statusCode()).isEqualTo(200);
		assertThat(send(batch).body()).isEmpty();
		assertThat(this.neighbours.exports(Variant.OTEL)).isEqualTo(2);
		assertThat(this.neighbours.exports(Variant.BOOT)).isZero();
	}

	@Test
	void takesMetricsWithoutCountingThem() throws Exception {
		HttpRequest.Builder metrics = HttpRequest.newBuilder(uri(this.neighbours.sink(Variant.OTEL) + "/v1/metrics"))
			.POST(BodyPublishers.ofByteArray(new byte[100]));
		assertThat(send(metrics).statusCode()).isEqualTo(200);
		assertThat(this.neighbours.exports(Variant.OTEL)).isZero();
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private static URI uri(String text) {
		return URI.create(text);
	}

}
