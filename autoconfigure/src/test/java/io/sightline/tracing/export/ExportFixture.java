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
import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sightline.ledger.SignalLedger;
import io.sightline.pressure.Pressure;
import io.sightline.redaction.RedactionPolicy;
import io.sightline.redaction.RedactionRules;
import io.sightline.tracing.sampling.SpanLedger;
import org.jspecify.annotations.Nullable;

/**
 * A tracer whose spans are exported.
 */
final class ExportFixture implements AutoCloseable {

	static final ExportSettings SETTINGS = new ExportSettings(100, 10, Duration.ofMillis(20), false,
			Duration.ofSeconds(4));

	final Pressure pressure = new Pressure();

	final SpanPipeline pipeline;

	private final SpanLedger ledger = new SpanLedger("spans", 100);

	private final SdkTracerProvider provider;

	private ExportFixture(List<SpanExporter> exporters, @Nullable OtlpChannel channel, @Nullable Spool spool,
			ExportSettings settings) {
		SpanPreparation preparation = new SpanPreparation(List.of(), List.of(), List.of(),
				RedactionPolicy.from(RedactionRules.defaults()), 4096);
		this.pipeline = new SpanPipelineBuilder(exporters, preparation, settings, this.ledger, null, channel, spool)
			.start(this.pressure);
		this.provider = SdkTracerProvider.builder().addSpanProcessor(this.pipeline).build();
	}

	static ExportFixture to(SpanExporter... exporters) {
		return new ExportFixture(List.of(exporters), null, null, SETTINGS);
	}

	static ExportFixture through(OtlpChannel channel, SpanExporter exporter) {
		return new ExportFixture(List.of(exporter), channel, null, SETTINGS);
	}

	static ExportFixture otlp(String url) {
		return otlp(url, null);
	}

	static ExportFixture otlp(String url, @Nullable Spool spool) {
		return otlp(url, spool, SETTINGS);
	}

	static ExportFixture otlp(String url, @Nullable Spool spool, ExportSettings settings) {
		OtlpChannel channel = new OtlpChannel();
		ComponentLoader loader = ComponentLoader.forClassLoader(OtlpHttpSpanExporter.class.getClassLoader());
		SpanExporter exporter = OtlpHttpSpanExporter.builder()
			.setEndpoint(url)
			.setComponentLoader(new OtlpSenders(channel, loader))
			.setRetryPolicy(null)
			.build();
		return new ExportFixture(List.of(exporter), channel, spool, settings);
	}

	SignalLedger account() {
		return this.ledger.account();
	}

	Span start(String name) {
		return this.provider.get("test").spanBuilder(name).startSpan();
	}

	void inside(String name, Span parent) {
		this.provider.get("test").spanBuilder(name).setParent(Context.root().with(parent)).startSpan().end();
	}

	void trace(String name) {
		start(name).end();
	}

	void trace(int count) {
		for (int i = 0; i < count; i++) {
			trace("span-" + i);
		}
	}

	void fail(String name) {
		start(name).setStatus(StatusCode.ERROR).end();
	}

	@Override
	public void close() {
		this.provider.close();
	}

}
