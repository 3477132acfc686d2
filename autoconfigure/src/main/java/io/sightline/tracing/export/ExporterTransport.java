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
 * Any exporter. All it says is whether it succeeded.
 */
final class ExporterTransport implements Transport {

	private final SpanExporter exporter;

	/**
	 * Whether a failure may be tried again: by its contract an exporter does that itself,
	 * and who does not is known by name.
	 */
	private final boolean repeatable;

	ExporterTransport(SpanExporter exporter) {
		this.exporter = exporter;
		this.repeatable = exporter.getClass().getSimpleName().equals("ZipkinSpanExporter");
	}

	@Override
	public Reply send(Collection<SpanData> spans, Duration timeout) {
		CompletableResultCode result = this.exporter.export(spans).join(timeout.toMillis(), TimeUnit.MILLISECONDS);
		if (result.isSuccess()) {
			return Reply.accepted(0, "");
		}
		if (!result.isDone()) {
			return Reply.refused("no answer within " + timeout.toMillis() + " ms");
		}
		@Nullable Throwable failure = result.getFailureThrowable();
		String reason = (failure != null) ? Reply.describe(failure) : "the exporter failed";
		return this.repeatable ? Reply.failed(reason) : Reply.refused(reason);
	}

	@Override
	public String receiver() {
		return this.exporter.getClass().getSimpleName();
	}

}
