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

package io.sightline.samples.demo.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpanReceiverTests {

	private static final int MAX_BODY = 10_000;

	private final SpanStore store = new SpanStore(3);

	private final HttpClient client = HttpClient.newHttpClient();

	@SuppressWarnings("NullAway.Init")
	private SpanReceiver receiver;

	@BeforeEach
	void start() throws IOException {
		this.receiver = SpanReceiver.start(this.store, MAX_BODY);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void readsEverythingTheDemoTells() throws Exception {
		assertThat(post(OtlpRequests.oneFailedClientSpan(), Map.of()).statusCode()).isEqualTo(200);
		Span span = this.store.trace(OtlpRequests.TRACE_ID).get(0);
		assertThat(span).isEqualTo(new Span(OtlpRequests.TRACE_ID, OtlpRequests.SPAN_ID, OtlpRequests.PARENT_ID,
				"order-service", "http get", Span.Kind.CLIENT, 1_000_000, 3_500_000, true,
				Map.of("uri", "/users/{id}", "status", "500")));
		assertThat(span.duration()).isEqualTo(Duration.ofNanos(2_500_000));
	}

	@Test
	void readsCompressedBodies() throws Exception {
		byte[] body = gzip(OtlpRequests.oneFailedClientSpan());
		assertThat(post(body, Map.of("Content-Encoding", "gzip")).statusCode()).isEqualTo(200);
		assertThat(this.store.all()).hasSize(1);
	}

	@Test
	void answersInProtobufWithoutPartialSuccess() throws Exception {
		HttpResponse<byte[]> response = post(OtlpRequests.spans(9), Map.of());
		assertThat(response.headers().firstValue("Content-Type")).contains("application/x-protobuf");
		assertThat(ExportTraceServiceResponse.parseFrom(response.body()).hasPartialSuccess()).isFalse();
	}

	@Test
	void countsWhatItHasNoRoomFor() throws Exception {
		post(OtlpRequests.spans(2), Map.of());
		post(OtlpRequests.spans(4), Map.of());
		assertThat(this.store.all()).hasSize(3);
		assertThat(this.store.dropped()).isEqualTo(3);
	}

	@Test
	void refusesWhatIsNotProtobufInside() throws Exception {
		assertThat(post("garbage".getBytes(StandardCharsets.UTF_8), Map.of()).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesWhatIsNotCompressedAlthoughItSaysSo() throws Exception {
		assertThat(post(OtlpRequests.spans(1), Map.of("Content-Encoding", "gzip")).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesWhatGrowsTooLargeWhenDecompressed() throws Exception {
		byte[] bomb = gzip(new byte[100 * MAX_BODY]);
		assertThat(bomb).hasSizeLessThan(MAX_BODY);
		assertThat(post(bomb, Map.of("Content-Encoding", "gzip")).statusCode()).isEqualTo(413);
	}

	@Test
	void refusesOtherContentTypes() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.receiver.endpoint())
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{}"))
			.build();
		assertThat(this.client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(415);
	}

	@Test
	void refusesOtherMethods() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.receiver.endpoint()).build();
		assertThat(this.client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
	}

	private HttpResponse<byte[]> post(byte[] body, Map<String, String> headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.receiver.endpoint())
			.header("Content-Type", "application/x-protobuf")
			.POST(BodyPublishers.ofByteArray(body));
		headers.forEach(request::header);
		return this.client.send(request.build(), BodyHandlers.ofByteArray());
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write(content);
		}
		return bytes.toByteArray();
	}

}
