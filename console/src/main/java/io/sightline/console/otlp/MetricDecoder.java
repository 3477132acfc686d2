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

package io.sightline.console.otlp;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.sightline.console.store.Batch;
import io.sightline.console.store.Origin;
import io.sightline.console.store.Point;
import io.sightline.console.store.Series;

/**
 * Reads values of meters. Of a distribution the count, the sum and the buckets are kept,
 * the latter as what is up to each bound.
 */
final class MetricDecoder {

	private static final int MAX_NAME = 256;

	private static final int MAX_BUCKETS = 200;

	private final List<Point> points = new ArrayList<>();

	private int rejected;

	private MetricDecoder() {
	}

	static Decoded decode(ExportMetricsServiceRequest request) {
		MetricDecoder decoder = new MetricDecoder();
		for (ResourceMetrics resource : request.getResourceMetricsList()) {
			Origin origin = Origins.of(resource.getResource());
			for (ScopeMetrics scope : resource.getScopeMetricsList()) {
				scope.getMetricsList().forEach((metric) -> decoder.add(new Source(origin, metric)));
			}
		}
		return new Decoded(new Batch(List.of(), List.of(), decoder.points), decoder.rejected);
	}

	private void add(Source source) {
		Metric metric = source.metric();
		metric.getGauge().getDataPointsList().forEach((point) -> add(source, point));
		metric.getSum().getDataPointsList().forEach((point) -> add(source, point));
		metric.getHistogram().getDataPointsList().forEach((point) -> {
			add(source, ".count", point.getTimeUnixNano(), point.getCount(), point.getAttributesList());
			add(source, ".sum", point.getTimeUnixNano(), point.getSum(), point.getAttributesList());
			addBuckets(source, point);
		});
		metric.getExponentialHistogram().getDataPointsList().forEach((point) -> {
			add(source, ".count", point.getTimeUnixNano(), point.getCount(), point.getAttributesList());
			add(source, ".sum", point.getTimeUnixNano(), point.getSum(), point.getAttributesList());
		});
		metric.getSummary().getDataPointsList().forEach((point) -> {
			add(source, ".count", point.getTimeUnixNano(), point.getCount(), point.getAttributesList());
			add(source, ".sum", point.getTimeUnixNano(), point.getSum(), point.getAttributesList());
		});
	}

	private void add(Source source, NumberDataPoint point) {
		double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
		add(source, "", point.getTimeUnixNano(), value, point.getAttributesList());
	}

	private void addBuckets(Source source, HistogramDataPoint point) {
		long below = 0;
		for (int i = 0; i < Math.min(point.getBucketCountsCount(), MAX_BUCKETS); i++) {
			below += point.getBucketCounts(i);
			String bound = (i < point.getExplicitBoundsCount()) ? String.valueOf(point.getExplicitBounds(i)) : "+Inf";
			KeyValue le = KeyValue.newBuilder()
				.setKey("le")
				.setValue(AnyValue.newBuilder().setStringValue(bound))
				.build();
			List<KeyValue> attributes = new ArrayList<>(point.getAttributesList());
			attributes.add(le);
			add(source, ".bucket", point.getTimeUnixNano(), below, attributes);
		}
	}

	private void add(Source source, String suffix, long time, double value, List<KeyValue> attributes) {
		Metric metric = source.metric();
		if (!Times.isPlausible(time) || metric.getName().isEmpty() || !Double.isFinite(value)) {
			this.rejected++;
			return;
		}
		String family = Attributes.text(metric.getName(), MAX_NAME);
		Series series = new Series(source.origin(), family, family + suffix,
				Attributes.text(metric.getUnit(), MAX_NAME), kind(metric), Attributes.of(attributes));
		this.points.add(new Point(time, series, value));
	}

	/** What tells differences instead of totals is shown as it is. */
	private static Series.Kind kind(Metric metric) {
		return switch (metric.getDataCase()) {
			case SUM -> (metric.getSum().getIsMonotonic() && isTotal(metric.getSum().getAggregationTemporality()))
					? Series.Kind.COUNTER : Series.Kind.GAUGE;
			case HISTOGRAM ->
				isTotal(metric.getHistogram().getAggregationTemporality()) ? Series.Kind.HISTOGRAM : Series.Kind.GAUGE;
			case EXPONENTIAL_HISTOGRAM -> isTotal(metric.getExponentialHistogram().getAggregationTemporality())
					? Series.Kind.SUMMARY : Series.Kind.GAUGE;
			case SUMMARY -> Series.Kind.SUMMARY;
			default -> Series.Kind.GAUGE;
		};
	}

	private static boolean isTotal(AggregationTemporality temporality) {
		return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
	}

	/**
	 * Where values come from.
	 *
	 * @param origin who measured
	 * @param metric what was measured
	 */
	private record Source(Origin origin, Metric metric) {
	}

}
