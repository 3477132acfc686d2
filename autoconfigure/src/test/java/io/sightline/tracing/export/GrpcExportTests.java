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

package io.sightline.tracing.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.sightline.tracing.sampling.SpanLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpGrpcSender}, with a receiver that speaks as much gRPC as it needs.
 */
class GrpcExportTests {

	private static final int FRAME_HEADER = 5;

	private final List<String> answers = new CopyOnWriteArrayList<>();

	private final List<Integer> received = new CopyOnWriteArrayList<>();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.protocol(HttpProtocol.H2C)
		.handle(this::receive)
		.bindNow();

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	@Test
	void countsWhatTheReceiverRefuses() {
		ExportFixture export = export();
		for (int i = 0; i < 3; i++) {
			export.trace("span");
		}
		export.pipeline.forceFlush().join(10, TimeUnit.SECONDS);
		assertThat(this.received.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
		assertThat(export.account().dropped(SpanLedger.REJECTED)).isEqualTo(this.received.size());
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void triesAgainWhenUnavailable() {
		this.answers.add("14");
		ExportFixture export = export();
		export.trace("span");
		Awaitility.await().until(() -> this.received.size() == 2);
		Awaitility.await().until(() -> export.account().queued() == 0);
		assertThat(export.account().dropped(SpanLedger.EXPORTER)).isZero();
		export.close();
	}

	@Test
	void doesNotRepeatWhatIsNotWanted() {
		this.answers.add("3");
		ExportFixture export = export();
		export.trace("span");
		Awaitility.await().until(() -> export.account().dropped(SpanLedger.EXPORTER) == 1);
		assertThat(this.received).hasSize(1);
		export.close();
	}

	private ExportFixture export() {
		OtlpChannel channel = new OtlpChannel();
		ComponentLoader loader = ComponentLoader.forClassLoader(OtlpGrpcSpanExporter.class.getClassLoader());
		return ExportFixture.through(channel,
				OtlpGrpcSpanExporter.builder()
					.setEndpoint("http://127.0.0.1:" + this.server.port())
					.setComponentLoader(new OtlpSenders(channel, loader))
					.setRetryPolicy(null)
					.build());
	}

	private Publisher<Void> receive(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asByteArray().flatMap((body) -> {
			this.received.add(spans(body));
			String status = this.answers.isEmpty() ? "0" : this.answers.remove(0);
			return response.header("Content-Type", "application/grpc")
				.header("grpc-status", status)
				.sendByteArray(Mono.just(answer()))
				.then();
		});
	}

	private static int spans(byte[] body) {
		try {
			return ExportTraceServiceRequest.parseFrom(Arrays.copyOfRange(body, FRAME_HEADER, body.length))
				.getResourceSpans(0)
				.getScopeSpans(0)
				.getSpansCount();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] answer() {
		byte[] message = ExportTraceServiceResponse.newBuilder()
			.setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(1))
			.build()
			.toByteArray();
		byte[] frame = new byte[FRAME_HEADER + message.length];
		frame[FRAME_HEADER - 1] = (byte) message.length;
		System.arraycopy(message, 0, frame, FRAME_HEADER, message.length);
		return frame;
	}

}
