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

package io.sightline.console;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;

/**
 * Writes exports of meters, also of times that are over.
 */
public final class OtlpMeters {

	private final Resource resource;

	private final List<Metric> metrics = new ArrayList<>();

	private OtlpMeters(Resource resource) {
		this.resource = resource;
	}

	public static OtlpMeters of(String service, String version) {
		return new OtlpMeters(Resource.newBuilder()
			.addAttributes(tag("service.name", service))
			.addAttributes(tag("service.version", version))
			.build());
	}

	public OtlpMeters gauge(String name, long timeNanos, double value) {
		this.metrics.add(Metric.newBuilder()
			.setName(name)
			.setGauge(Gauge.newBuilder()
				.addDataPoints(NumberDataPoint.newBuilder().setTimeUnixNano(timeNanos).setAsDouble(value)))
			.build());
		return this;
	}

	/**
	 * Add what a service has counted since its start: of the requests, those that took up
	 * to 0.1 s, then those up to 0.5 s, then the others.
	 */
	public OtlpMeters requests(long timeNanos, String outcome, long... buckets) {
		HistogramDataPoint.Builder point = HistogramDataPoint.newBuilder()
			.setTimeUnixNano(timeNanos)
			.addAttributes(tag("outcome", outcome))
			.addExplicitBounds(0.1)
			.addExplicitBounds(0.5);
		long count = 0;
		for (long bucket : buckets) {
			point.addBucketCounts(bucket);
			count += bucket;
		}
		this.metrics.add(Metric.newBuilder()
			.setName("http_server_requests_seconds")
			.setHistogram(Histogram.newBuilder()
				.setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
				.addDataPoints(point.setCount(count).setSum(count * 0.05)))
			.build());
		return this;
	}

	public byte[] export() {
		return ExportMetricsServiceRequest.newBuilder()
			.addResourceMetrics(ResourceMetrics.newBuilder()
				.setResource(this.resource)
				.addScopeMetrics(ScopeMetrics.newBuilder().addAllMetrics(this.metrics)))
			.build()
			.toByteArray();
	}

	private static KeyValue tag(String key, String value) {
		return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
	}

}
