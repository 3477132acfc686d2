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

package io.sightline.slo.rules;

import java.time.Duration;
import java.util.List;

/**
 * The alerts of every application. They page for what users notice; the rest is there to
 * find out why.
 */
final class ApplicationAlerts {

	private static final String CRITICAL = "critical";

	private static final String WARNING = "warning";

	static final List<ApplicationAlert> ALL = List.of(
			new ApplicationAlert("ServiceDown", CRITICAL, Duration.ofMinutes(1), false, "an instance is down",
					"Prometheus cannot scrape {{ $labels.instance }}.", "up{$service} == 0"),
			new ApplicationAlert("ServiceMissing", CRITICAL, Duration.ofMinutes(5), false, "no instance is known",
					"Prometheus has no target with this label 'service': all are gone, or the label is not set.",
					"""
							group by (service, environment) (last_over_time(up{$service}[1d])) unless group by (service, environment) (up{$service})
							or absent_over_time(up{$service}[1d])
							"""),
			new ApplicationAlert("HighErrorRate", CRITICAL, Duration.ofMinutes(2), false, "requests fail",
					"{{ $value | humanizePercentage }} of requests failed over the last 5 minutes; 5 % is the limit.",
					"""
							sum by (application, environment) (rate(http_server_requests_seconds_count{$app,outcome="SERVER_ERROR",uri!~"/actuator.*"}[5m]))
							/ (sum by (application, environment) (rate(http_server_requests_seconds_count{$app,uri!~"/actuator.*"}[5m])) > 0) > 0.05
							and sum by (application, environment) (increase(http_server_requests_seconds_count{$app,outcome="SERVER_ERROR",uri!~"/actuator.*"}[5m])) >= 3
							"""),
			new ApplicationAlert("HighResponseTime", WARNING, Duration.ofMinutes(5), false, "requests are slow",
					"{{ $value | humanizePercentage }} of requests took longer than 1 s over the last 5 minutes, so the 95th percentile is above 1 s.",
					"""
							1 - sum by (application, environment) (rate(http_server_requests_seconds_bucket{$app,uri!~"/actuator.*",le=~"1(\\\\.0)?"}[5m]))
							/ (sum by (application, environment) (rate(http_server_requests_seconds_count{$app,uri!~"/actuator.*"}[5m])) > 0) > 0.05
							and sum by (application, environment) (increase(http_server_requests_seconds_count{$app,uri!~"/actuator.*"}[5m])) >= 20
							"""),
			new ApplicationAlert("HighMemoryUsage", WARNING, Duration.ofMinutes(5), false, "memory runs out",
					"{{ $value | humanizePercentage }} of the long-lived heap is in use after garbage collection"
							+ ApplicationAlert.INSTANCE + ".",
					"jvm_memory_usage_after_gc{$app,area=\"heap\",pool=\"long-lived\"} > 0.9"),
			new ApplicationAlert("HighGcOverhead", WARNING, Duration.ofMinutes(5), false,
					"garbage collection takes too long",
					"{{ $value | humanizePercentage }} of CPU time goes to garbage collection"
							+ ApplicationAlert.INSTANCE + ".",
					"jvm_gc_overhead{$app} > 0.2"),
			new ApplicationAlert("DatabaseConnectionPoolExhausted", CRITICAL, Duration.ofMinutes(2), false,
					"threads wait for a database connection",
					"{{ $value | humanizePercentage }} of the connections of pool {{ $labels.pool }} are in use"
							+ ApplicationAlert.INSTANCE + ", and threads wait for one.",
					"""
							hikaricp_connections_active{$app} / (hikaricp_connections_max{$app} > 0) > 0.9
							and max_over_time(hikaricp_connections_pending{$app}[2m]) > 0
							"""),
			new ApplicationAlert("DatabaseConnectionTimeouts", CRITICAL, Duration.ZERO, false,
					"threads got no database connection",
					"Threads gave up waiting for a connection of pool {{ $labels.pool }}" + ApplicationAlert.INSTANCE
							+ ".",
					"increase(hikaricp_connections_timeout_total{$app}[5m]) > 0"),
			new ApplicationAlert("ExternalApiHighLatency", WARNING, Duration.ofMinutes(3), false,
					"calls to {{ $labels.client_name }} are slow",
					"{{ $value | humanizePercentage }} of calls to {{ $labels.client_name }} took longer than 5 s over the last 5 minutes, so the 95th percentile is above 5 s.",
					"""
							1 - sum by (application, environment, client_name) (rate(http_client_requests_seconds_bucket{$app,le=~"5(\\\\.0)?"}[5m]))
							/ (sum by (application, environment, client_name) (rate(http_client_requests_seconds_count{$app}[5m])) > 0) > 0.05
							and sum by (application, environment, client_name) (increase(http_client_requests_seconds_count{$app}[5m])) >= 5
							"""),
			new ApplicationAlert("ExternalApiFailures", WARNING, Duration.ofMinutes(2), false,
					"calls to {{ $labels.client_name }} fail",
					"{{ $value | humanizePercentage }} of calls to {{ $labels.client_name }} failed over the last 5 minutes; 10 % is the limit.",
					"""
							sum by (application, environment, client_name) (rate(http_client_requests_seconds_count{$app,outcome=~"SERVER_ERROR|UNKNOWN"}[5m]))
							/ (sum by (application, environment, client_name) (rate(http_client_requests_seconds_count{$app}[5m])) > 0) > 0.1
							and sum by (application, environment, client_name) (increase(http_client_requests_seconds_count{$app,outcome=~"SERVER_ERROR|UNKNOWN"}[5m])) >= 3
							"""),
			new ApplicationAlert("HighPaymentFailureRate", CRITICAL, Duration.ofMinutes(2), true, "payments fail",
					"{{ $value | humanizePercentage }} of payments failed over the last 10 minutes; 10 % is the limit.",
					"""
							sum by (application, environment) (rate(payment_transactions_total{$app,status=~"failed|failure|error|refused|declined"}[10m]))
							/ (sum by (application, environment) (rate(payment_transactions_total{$app}[10m])) > 0) > 0.1
							and sum by (application, environment) (increase(payment_transactions_total{$app}[10m])) >= 20
							"""),
			new ApplicationAlert("LowOrderProcessingRate", WARNING, Duration.ofMinutes(5), true, "few orders come in",
					"{{ $value | humanize }} orders a minute were processed over the last 10 minutes; at least 10 are expected.",
					"""
							(sum by (application, environment) (rate(orders_processed_total{$app}[10m])) * 60
							or 0 * max by (application, environment) (process_uptime_seconds{$app})) < 10
							and max by (application, environment) (process_uptime_seconds{$app}) > 900
							"""),
			new ApplicationAlert("KafkaConsumerStuck", WARNING, Duration.ofMinutes(10), true,
					"a Kafka consumer does not get on",
					"Consumer {{ $labels.client_id }} has no partition, or lags behind by more than 1,000 records"
							+ ApplicationAlert.INSTANCE + ".",
					"""
							kafka_consumer_coordinator_assigned_partitions{$app} == 0
							or kafka_consumer_fetch_manager_records_lag_max{$app} > 1000
							"""),
			new ApplicationAlert("ErrorLogSpike", "info", Duration.ofMinutes(10), false, "many errors are logged",
					"{{ $value | humanize }} errors a second were logged over the last 5 minutes; 1 is the limit.",
					"sum by (application, environment) (rate(logback_events_total{$app,level=\"error\"}[5m])) > 1"));

	private ApplicationAlerts() {
	}

}
