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
import java.util.Map;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.sightline.console.store.Batch;
import io.sightline.console.store.Origin;
import io.sightline.console.store.Point;

/**
 * Reads values of meters. Of a distribution only the count and the sum are kept.
 */
final class MetricDecoder {

	private static final int MAX_NAME = 256;

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

	private void add(Source source, String suffix, long time, double value, List<KeyValue> attributes) {
		Metric metric = source.metric();
		if (!Times.isPlausible(time) || metric.getName().isEmpty() || !Double.isFinite(value)) {
			this.rejected++;
			return;
		}
		Map<String, Object> tags = Attributes.of(attributes);
		this.points.add(new Point(time, source.origin(), Attributes.text(metric.getName(), MAX_NAME) + suffix,
				Attributes.text(metric.getUnit(), MAX_NAME), value, tags));
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
