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

package io.sightline.slo.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.sightline.slo.Objective;
import io.sightline.slo.SloWindows;

/**
 * The dashboards there are.
 */
public final class Dashboards {

	private static final String SERVER = "http_server_requests_seconds";

	private static final String CLIENT = "http_client_requests_seconds";

	private static final String USERS = "{$app,uri!~\"/actuator.*\"}[$__rate_interval]";

	private Dashboards() {
	}

	/**
	 * The dashboards that fit every application.
	 * @return the dashboards
	 */
	public static List<Dashboard> all() {
		return List.of(service(), jvm(), dependencies(), capacity());
	}

	/**
	 * The dashboard of a shop, of the meters that the alerts about business look at.
	 * @return the dashboard
	 */
	public static Dashboard business() {
		return new Dashboard("sightline-business", "Sightline / Business", BusinessPanels.all());
	}

	private static Dashboard service() {
		return new Dashboard("sightline-service", "Sightline / Service",
				Stream.concat(traffic().stream(), causes().stream()).toList());
	}

	private static List<Panel> traffic() {
		return List.of(
				Panel.series("Requests", "reqps", "sum by (uri, method) (rate(" + SERVER + "_count" + USERS + "))",
						"{{method}} {{uri}}"),
				Panel
					.series("Failed requests", "percentunit",
							"sum(rate(" + SERVER + "_count{$app,outcome=\"SERVER_ERROR\",uri!~\"/actuator.*\"}"
									+ "[$__rate_interval])) / (sum(rate(" + SERVER + "_count" + USERS + ")) > 0)",
							"failed")
					.limits(0.01, 0.05)
					.runbook("HighErrorRate"),
				Panel
					.series("Duration of requests", "s",
							"histogram_quantile(0.95, sum by (le) (rate(" + SERVER + "_bucket" + USERS + ")))", "p95")
					.and("histogram_quantile(0.99, sum by (le) (rate(" + SERVER + "_bucket" + USERS + ")))", "p99")
					.limits(0.5, 1)
					.runbook("HighResponseTime"));
	}

	private static List<Panel> causes() {
		return List.of(
				Panel.series("Requests in flight", "short", "sum by (instance) (http_server_active_requests{$app})",
						"{{instance}}"),
				Panel.series("Failures by status and exception", "reqps",
						"sum by (status, exception) (rate(" + SERVER
								+ "_count{$app,outcome=\"SERVER_ERROR\"}[$__rate_interval]))",
						"{{status}} {{exception}}"),
				Panel
					.series("Errors logged", "short",
							"sum by (level) (rate(logback_events_total{$app,level=~\"warn|error\"}[$__rate_interval]))",
							"{{level}}")
					.runbook("ErrorLogSpike"),
				Panel.series("CPU", "percentunit", "process_cpu_usage{$app}", "{{instance}}").limits(0.7, 0.9),
				Panel.stat("Versions", "short", "count by (version) (sightline_build_info{$app})"));
	}

	private static Dashboard jvm() {
		return new Dashboard("sightline-jvm", "Sightline / JVM",
				Stream.concat(memory().stream(), process().stream()).toList());
	}

	private static List<Panel> memory() {
		return List.of(
				Panel
					.series("Heap after garbage collection", "percentunit",
							"jvm_memory_usage_after_gc{$app,area=\"heap\"}", "{{instance}} {{pool}}")
					.limits(0.8, 0.9)
					.runbook("HighMemoryUsage"),
				Panel.series("Memory used", "bytes", "sum by (area, id) (jvm_memory_used_bytes{$app})",
						"{{area}} {{id}}"),
				Panel.series("Time in garbage collection", "percentunit", "jvm_gc_overhead{$app}", "{{instance}}")
					.limits(0.1, 0.2)
					.runbook("HighGcOverhead"),
				Panel.series("Allocation", "Bps", "rate(jvm_gc_memory_allocated_bytes_total{$app}[$__rate_interval])",
						"{{instance}}"));
	}

	private static List<Panel> process() {
		return List.of(
				Panel.series("Threads", "short", "sum by (state) (jvm_threads_states_threads{$app})", "{{state}}"),
				Panel.series("Classes", "short", "jvm_classes_loaded_classes{$app}", "{{instance}}"),
				Panel
					.series("Open files", "percentunit",
							"process_files_open_files{$app} / process_files_max_files{$app}", "{{instance}}")
					.limits(0.8, 0.9),
				Panel.series("Uptime", "s", "process_uptime_seconds{$app}", "{{instance}}"));
	}

	private static Dashboard dependencies() {
		return new Dashboard("sightline-dependencies", "Sightline / Dependencies",
				Stream.concat(calls().stream(), database().stream()).toList());
	}

	private static List<Panel> calls() {
		return List
			.of(Panel.series("Calls", "reqps",
					"sum by (client_name) (rate(" + CLIENT + "_count{$app}[$__rate_interval]))", "{{client_name}}"),
					Panel
						.series("Failed calls", "percentunit", "sum by (client_name) (rate("
								+ CLIENT + "_count{$app,outcome=~\"SERVER_ERROR|UNKNOWN\"}[$__rate_interval]))"
								+ " / (sum by (client_name) (rate(" + CLIENT + "_count{$app}[$__rate_interval])) > 0)",
								"{{client_name}}")
						.limits(0.05, 0.1)
						.runbook("ExternalApiFailures"),
					Panel
						.series("Duration of calls, p95", "s",
								"histogram_quantile(0.95, sum by (client_name, le) (rate(" + CLIENT
										+ "_bucket{$app}[$__rate_interval])))",
								"{{client_name}}")
						.limits(1, 5)
						.runbook("ExternalApiHighLatency"));
	}

	private static List<Panel> database() {
		return List.of(
				Panel
					.series("Database connections", "short", "hikaricp_connections_active{$app}",
							"{{instance}} {{pool}} in use")
					.and("hikaricp_connections_pending{$app}", "{{instance}} {{pool}} waiting")
					.and("hikaricp_connections_max{$app}", "{{instance}} {{pool}} at most")
					.runbook("DatabaseConnectionPoolExhausted"),
				Panel.series("Time to get a connection", "s",
						"rate(hikaricp_connections_acquire_seconds_sum{$app}[$__rate_interval]) / "
								+ "(rate(hikaricp_connections_acquire_seconds_count{$app}[$__rate_interval]) > 0)",
						"{{instance}} {{pool}}"),
				Panel.series("Connection time-outs", "short",
						"increase(hikaricp_connections_timeout_total{$app}[$__rate_interval])", "{{instance}} {{pool}}")
					.runbook("DatabaseConnectionTimeouts"));
	}

	private static Dashboard capacity() {
		return new Dashboard("sightline-capacity", "Sightline / Capacity",
				List.of(Panel.stat("Instances", "short", "count(process_uptime_seconds{$app})"),
						Panel.series("Requests per instance", "reqps",
								"sum by (instance) (rate(" + SERVER + "_count" + USERS + "))", "{{instance}}"),
						Panel.series("CPU per instance", "percentunit", "process_cpu_usage{$app}", "{{instance}}")
							.limits(0.7, 0.9),
						Panel.series("CPU seconds per request", "s",
								"sum(rate(process_cpu_time_ns_total{$app}[$__rate_interval])) / 1e9 / (sum(rate("
										+ SERVER + "_count" + USERS + ")) > 0)",
								"cost"),
						Panel
							.series("Disk free", "percentunit", "disk_free_bytes{$app} / disk_total_bytes{$app}",
									"{{instance}} {{path}}")
							.limits(0.15, 0.05),
						Panel.series("Requests against last week", "percentunit",
								"sum(rate(" + SERVER + "_count" + USERS + ")) / sum(rate(" + SERVER
										+ "_count{$app,uri!~\"/actuator.*\"}[$__rate_interval] offset 1w))",
								"of last week")));
	}

	/**
	 * The dashboard of an application's objectives, of what the generated rules record.
	 * @param application the name of the application
	 * @param objectives the objectives
	 * @return the dashboard
	 */
	public static Dashboard of(String application, Collection<Objective> objectives) {
		List<Panel> panels = new ArrayList<>();
		objectives.forEach((objective) -> panels.addAll(panels(objective)));
		return new Dashboard(DashboardId.of("sightline-slo", application), "Sightline / Objectives of " + application,
				panels);
	}

	private static List<Panel> panels(Objective objective) {
		String selector = "{$apps,slo=\"" + objective.name() + "\"}";
		String budget = objective.budget().toPlainString();
		Panel burn = Panel
			.series(objective.name() + ": burn rate", "short", "slo:error_ratio:rate5m" + selector + " / " + budget,
					"5m")
			.and("slo:error_ratio:rate1h" + selector + " / " + budget, "1h")
			.and("slo:error_ratio:rate6h" + selector + " / " + budget, "6h");
		return List.of(
				Panel
					.stat("%s: budget left of %s %% over %s".formatted(objective.name(),
							objective.target().toPlainString(), SloWindows.label(objective.period())), "percentunit",
							"slo:error_budget_remaining:ratio" + selector)
					.limits(0.5, 0.1)
					.runbook("SloBudgetExhaustionPredicted"),
				burn.limits(1, 14.4).runbook("SloFastBurn"),
				Panel.series(objective.name() + ": events", "short",
						"sum by (result) (rate(slo_events_total" + selector + "[$__rate_interval]))", "{{result}}"),
				Panel.series(objective.name() + ": time to exhaustion", "s",
						"slo:time_to_exhaustion:seconds" + selector, "left"));
	}

}
