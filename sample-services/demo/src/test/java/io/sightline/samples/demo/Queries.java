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

package io.sightline.samples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.sightline.samples.demo.service.SampleService;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queries that users send to Prometheus.
 */
final class Queries {

	private static final Path DOCS = Path.of("..", "..", "docs");

	private static final Pattern QUERY = Pattern.compile("```promql\n(.*?)\n```", Pattern.DOTALL);

	private static final String FAMILIES = """
			http_server_requests_seconds_count{method!="",uri!="",status!="",outcome!="",exception!=""}
			http_client_requests_seconds_count{client_name!="",method!="",uri!="",status!="",outcome!=""}
			http_server_active_requests
			jvm_memory_used_bytes{area="heap"}
			process_cpu_usage
			disk_free_bytes
			tomcat_connections_current_connections
			hikaricp_connections_active
			jdbc_query_seconds_count
			logback_events_total{level="info"}
			executor_queued_tasks{name!=""}
			cache_gets_total{cache="prices",result=~"hit|miss"}
			sightline_build_info{version!="",commit!="",spring_boot!="",java!=""} == 1
			sightline_deployment_time_seconds
			sightline_telemetry_items_total{signal!="",outcome!="",reason!=""}
			sightline_telemetry_queue_size{signal!=""}
			sightline_telemetry_queue_capacity{signal!=""}
			sightline_cardinality_overflow_total{meter="jvm.buffer.count"} > 0
			sightline_health_status{check!=""}
			sightline_health_check_duration_seconds_count{check!=""}
			slo_events_total{slo!="",result="good"}
			slo_events_total{slo!="",result="bad"}
			slo_objective_ratio{slo!=""}
			slo_error_budget_remaining_ratio{slo!=""}
			slo_burn_rate{slo!="",window!=""}
			user_registrations_total{country!="",source!=""}
			orders_processed_total{status!=""}
			order_value_total{currency!="",status!=""}
			payment_transactions_total{status!=""}
			product_views_total{category!=""}
			carts_open
			cart_abandonment_ratio
			queue_size{queue!=""}
			""";

	private static final String QUESTIONS = """
			histogram_quantile(0.95, sum by (le, uri) (rate(http_server_requests_seconds_bucket[1m]))) > 0
			histogram_quantile(0.95, sum by (le, client_name) (rate(http_client_requests_seconds_bucket[1m]))) > 0
			histogram_quantile(0.95, sum by (le) (rate(jdbc_query_seconds_bucket[1m]))) > 0
			sum by (application) (rate(http_server_requests_seconds_count[1m]))
			time() - sightline_deployment_time_seconds < 3600
			count by (application, version) (sightline_build_info)
			""";

	private Queries() {
	}

	/**
	 * A query as Grafana sends it. There is nothing of last week yet.
	 */
	static String choose(String expression, SampleService service) {
		return expression.replace("$application", service.id())
			.replaceAll("\\$(environment|instance)", ".*")
			.replace("$__rate_interval", "2m")
			.replace(" offset 1w", "");
	}

	static Stream<String> ofDashboards() {
		return pages("dashboards", ".json").flatMap(Queries::ofDashboard);
	}

	static List<String> ofRunbooks() {
		return Stream.concat(pages("runbooks", ".md"), Stream.of(read(DOCS.resolve("canary.md"))))
			.flatMap((page) -> QUERY.matcher(page).results().map((found) -> found.group(1)))
			.toList();
	}

	/**
	 * A query for each family that dashboards and rules count on, with its labels.
	 */
	static Stream<String> ofFamilies() {
		return Stream.concat(FAMILIES.lines(), QUESTIONS.lines());
	}

	private static Stream<String> pages(String directory, String ending) {
		try (Stream<Path> files = Files.list(DOCS.resolve(directory))) {
			return files.filter((file) -> file.toString().endsWith(ending)).map(Queries::read).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<String> ofDashboard(String dashboard) {
		return JsonMapper.shared().readTree(dashboard).findValuesAsString("expr").stream();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
