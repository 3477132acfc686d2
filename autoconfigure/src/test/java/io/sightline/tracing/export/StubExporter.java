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

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * An exporter that misbehaves.
 */
interface StubExporter extends SpanExporter {

	@Override
	default CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	default CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

	/**
	 * Throws the first time.
	 */
	final class Failing implements StubExporter {

		private final AtomicInteger calls = new AtomicInteger();

		private final Error error;

		Failing(Error error) {
			this.error = error;
		}

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			if (this.calls.getAndIncrement() == 0) {
				throw this.error;
			}
			return CompletableResultCode.ofSuccess();
		}

	}

	/**
	 * Hangs until it is let go.
	 */
	final class Hanging implements StubExporter {

		private final CountDownLatch latch;

		Hanging(CountDownLatch latch) {
			this.latch = latch;
		}

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			try {
				this.latch.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return CompletableResultCode.ofFailure();
			}
			return CompletableResultCode.ofSuccess();
		}

	}

}
