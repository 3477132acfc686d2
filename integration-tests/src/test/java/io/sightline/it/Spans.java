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

package io.sightline.it;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;

/**
 * Collects what is exported.
 */
final class Spans implements SpanExporter {

	private final List<SpanData> spans = new CopyOnWriteArrayList<>();

	@Override
	public CompletableResultCode export(Collection<SpanData> batch) {
		this.spans.addAll(batch);
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

	SpanData await(String name) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !named(name).isEmpty());
		return named(name).get(0);
	}

	SpanData await(String name, String traceId) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> named(name).stream().anyMatch((span) -> span.getTraceId().equals(traceId)));
		return named(name).stream().filter((span) -> span.getTraceId().equals(traceId)).findFirst().orElseThrow();
	}

	List<SpanData> of(String traceId) {
		return this.spans.stream().filter((span) -> span.getTraceId().equals(traceId)).toList();
	}

	List<SpanData> named(String name) {
		return this.spans.stream().filter((span) -> span.getName().equals(name)).toList();
	}

}
