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
import java.util.Locale;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.sightline.pressure.Pressure;
import io.sightline.tracing.sampling.SpanLedger;
import io.sightline.tracing.sampling.TailBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is made of.
 *
 * @param exporters where spans go
 * @param preparation makes them ready
 * @param settings how they are exported
 * @param ledger their account
 * @param tail decides about traces at their end, or {@code null}
 * @param channel the channel of an OTLP exporter, or {@code null}
 * @param spool keeps what does not get through, or {@code null}
 */
public record SpanPipelineBuilder(List<SpanExporter> exporters, SpanPreparation preparation, ExportSettings settings,
		SpanLedger ledger, @Nullable TailBuffer tail, @Nullable OtlpChannel channel, @Nullable Spool spool) {

	public SpanPipelineBuilder {
		exporters = List.copyOf(exporters);
	}

	/**
	 * Starts a pipeline.
	 * @param pressure knows whether detail is to be left out
	 * @return the pipeline
	 */
	public SpanPipeline start(Pressure pressure) {
		List<SpanDelivery> deliveries = new ArrayList<>();
		List<SpanLedger> others = new ArrayList<>();
		for (SpanExporter exporter : this.exporters) {
			Transport transport = transport(exporter);
			boolean first = deliveries.isEmpty();
			SpanLedger account = first ? this.ledger
					: new SpanLedger("spans." + name(exporter, others.size()), this.settings.queueSize());
			if (!first) {
				others.add(account);
			}
			Spool kept = (transport instanceof OtlpTransport) ? this.spool : null;
			if (kept != null) {
				adopt(account, kept);
			}
			deliveries.add(new SpanDelivery(transport, this.preparation, this.settings, account, kept, pressure));
		}
		return new SpanPipeline(this, deliveries, others, pressure);
	}

	/**
	 * Takes over what an earlier process left behind.
	 */
	private static void adopt(SpanLedger ledger, Spool spool) {
		for (long i = spool.spans(); i > 0; i--) {
			ledger.account().create();
		}
		ledger.addQueue(spool::spans);
	}

	private Transport transport(SpanExporter exporter) {
		boolean otlp = exporter.getClass().getSimpleName().startsWith("Otlp");
		return (otlp && this.channel != null && this.channel.isConnected()) ? new OtlpTransport(exporter, this.channel)
				: new ExporterTransport(exporter);
	}

	private static String name(SpanExporter exporter, int index) {
		String name = exporter.getClass().getSimpleName().replace("SpanExporter", "").toLowerCase(Locale.ROOT);
		return (name.isEmpty() ? "exporter" : name) + ((index > 0) ? "." + (index + 1) : "");
	}

}
