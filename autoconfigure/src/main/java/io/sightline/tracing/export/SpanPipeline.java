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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.pressure.Pressure;
import io.sightline.report.Delivery;
import io.sightline.tracing.sampling.SpanDetail;
import io.sightline.tracing.sampling.SpanLedger;
import io.sightline.tracing.sampling.TailBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The way of a span from its end to the exporters. Each exporter has its own queue, so
 * that one that is stuck does not stop another. The account is that of the first; the
 * others have accounts of their own.
 */
public final class SpanPipeline implements SpanProcessor {

	private final List<SpanDelivery> deliveries;

	private final List<SpanLedger> others;

	private final SpanPreparation preparation;

	private final SpanLedger ledger;

	private final @Nullable TailBuffer tail;

	private final SpanDetail detail;

	private final boolean includeUnsampled;

	private final @Nullable Spool spool;

	private final AtomicBoolean ended = new AtomicBoolean();

	SpanPipeline(SpanPipelineBuilder builder, List<SpanDelivery> deliveries, List<SpanLedger> others,
			Pressure pressure) {
		this.deliveries = List.copyOf(deliveries);
		this.others = List.copyOf(others);
		this.preparation = builder.preparation();
		this.ledger = builder.ledger();
		this.detail = new SpanDetail(pressure);
		this.spool = builder.spool();
		this.includeUnsampled = builder.settings().includeUnsampled();
		this.tail = deliveries.isEmpty() ? null : builder.tail();
		this.deliveries.forEach(SpanDelivery::start);
		if (this.tail != null) {
			this.tail.start(this::deliver, this.ledger);
		}
	}

	/**
	 * The accounts of the exporters, the first of which is the account of spans.
	 * @return the accounts
	 */
	public List<SpanLedger> ledgers() {
		List<SpanLedger> all = new ArrayList<>(List.of(this.ledger));
		all.addAll(this.others);
		return all;
	}

	/**
	 * What became of the attempts to deliver, by exporter.
	 * @return an account for each exporter
	 */
	public List<Delivery> deliveries() {
		return this.deliveries.stream().map(SpanDelivery::attempts).toList();
	}

	/**
	 * How full the fullest place is where spans wait in memory.
	 * @return the share, from 0 to 1
	 */
	public double fill() {
		double held = (this.tail != null) ? (double) this.tail.held() / this.tail.capacity() : 0;
		return this.deliveries.stream().mapToDouble(SpanDelivery::fill).reduce(held, Math::max);
	}

	@Override
	public void onStart(Context parentContext, ReadWriteSpan span) {
		if (this.tail != null && !span.getSpanContext().isSampled()) {
			this.tail.started(span);
		}
	}

	@Override
	public boolean isStartRequired() {
		return this.tail != null;
	}

	@Override
	public void onEnd(ReadableSpan span) {
		this.ledger.account().create();
		if (span.getSpanContext().isSampled()) {
			deliver(this.detail.reduce(span.toSpanData()));
		}
		else if (this.tail != null) {
			this.tail.ended(span.toSpanData());
		}
		else if (this.includeUnsampled) {
			deliver(this.detail.reduce(span.toSpanData()));
		}
		else {
			this.ledger.account().leaveOut();
		}
	}

	@Override
	public boolean isEndRequired() {
		return !this.deliveries.isEmpty();
	}

	private void deliver(SpanData span) {
		for (int i = 0; i < this.deliveries.size(); i++) {
			if (i > 0) {
				this.others.get(i - 1).account().create();
			}
			this.deliveries.get(i).offer(span);
		}
	}

	@Override
	public CompletableResultCode forceFlush() {
		return CompletableResultCode.ofAll(this.deliveries.stream().map(SpanDelivery::flush).toList());
	}

	/**
	 * Delivers what can be delivered in bounded time, all receivers at once, and counts
	 * the rest. Over when it returns.
	 */
	@Override
	public CompletableResultCode shutdown() {
		if (this.ended.compareAndSet(false, true)) {
			if (this.tail != null) {
				this.tail.stop();
			}
			this.deliveries.parallelStream().forEach(SpanDelivery::shutdown);
			close(this.preparation::close);
			if (this.spool != null) {
				close(this.spool);
			}
		}
		return CompletableResultCode.ofSuccess();
	}

	private static void close(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			// The application ends, and there is nothing left to protect.
			return;
		}
	}

}
