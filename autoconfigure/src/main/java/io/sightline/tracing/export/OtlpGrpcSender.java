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
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;

/**
 * Sends OTLP over gRPC, one attempt at a time, through the sender that the exporter would
 * have used.
 */
final class OtlpGrpcSender implements GrpcSender {

	private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);

	/**
	 * The codes after which the OTLP specification has a client try again.
	 */
	private static final Set<GrpcStatusCode> TRANSIENT = EnumSet.of(GrpcStatusCode.CANCELLED,
			GrpcStatusCode.DEADLINE_EXCEEDED, GrpcStatusCode.RESOURCE_EXHAUSTED, GrpcStatusCode.ABORTED,
			GrpcStatusCode.OUT_OF_RANGE, GrpcStatusCode.UNAVAILABLE, GrpcStatusCode.DATA_LOSS);

	private final GrpcSender delegate;

	private final OtlpChannel channel;

	OtlpGrpcSender(GrpcSender delegate, GrpcSenderConfig config, OtlpChannel channel) {
		this.delegate = delegate;
		this.channel = channel;
		channel.connect(config.getEndpoint().toString(), this::transmit);
	}

	@Override
	public void send(MessageWriter writer, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
		try {
			this.channel.send(writer);
			// Our delivery asks the channel. The exporter would only log, at each
			// attempt.
			onResponse.accept(new Answer());
		}
		catch (IOException ex) {
			onError.accept(ex);
		}
	}

	private Reply transmit(MessageWriter message) {
		CompletableFuture<Reply> reply = new CompletableFuture<>();
		this.delegate.send(message, (response) -> reply.complete(reply(response)),
				(failure) -> reply.complete(Reply.failed(failure)));
		try {
			return reply.get(LONGEST_ATTEMPT.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return Reply.failed("no answer within " + LONGEST_ATTEMPT.toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Reply.failed("interrupted");
		}
		catch (ExecutionException ex) {
			return Reply.failed(ex);
		}
	}

	private static Reply reply(GrpcResponse response) {
		GrpcStatusCode status = response.getStatusCode();
		if (status == GrpcStatusCode.OK) {
			return OtlpReply.parse(response.getResponseMessage());
		}
		String reason = "gRPC status " + status + " " + response.getStatusDescription();
		return TRANSIENT.contains(status) ? Reply.failed(reason) : Reply.refused(reason);
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

	private record Answer() implements GrpcResponse {

		@Override
		public GrpcStatusCode getStatusCode() {
			return GrpcStatusCode.OK;
		}

		@Override
		public String getStatusDescription() {
			return "";
		}

		@Override
		public byte[] getResponseMessage() {
			return new byte[0];
		}

	}

}
