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

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * An OTLP exporter with our channel between it and its receiver.
 */
final class OtlpTransport implements Transport {

	private final SpanExporter exporter;

	private final OtlpChannel channel;

	OtlpTransport(SpanExporter exporter, OtlpChannel channel) {
		this.exporter = exporter;
		this.channel = channel;
	}

	@Override
	public Reply send(Collection<SpanData> spans, Duration timeout) {
		this.channel.takeReply();
		CompletableResultCode result = this.exporter.export(spans).join(timeout.toMillis(), TimeUnit.MILLISECONDS);
		Reply reply = this.channel.takeReply();
		if (reply != null) {
			return reply;
		}
		@Nullable Throwable failure = result.getFailureThrowable();
		return (failure != null) ? Reply.failed(failure)
				: Reply.failed("no answer within " + timeout.toMillis() + " ms");
	}

	/**
	 * Renders a batch without sending it.
	 */
	byte @Nullable [] render(Collection<SpanData> spans) {
		this.channel.offline(true);
		try {
			this.exporter.export(spans);
			return this.channel.takeMessage();
		}
		finally {
			this.channel.offline(false);
		}
	}

	Reply resend(byte[] message) {
		return this.channel.resend(message);
	}

	@Override
	public long messageSize() {
		return this.channel.messageSize();
	}

	@Override
	public String receiver() {
		return this.channel.receiver();
	}

}
