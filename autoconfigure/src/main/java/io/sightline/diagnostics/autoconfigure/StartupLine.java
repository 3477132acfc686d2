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

package io.sightline.diagnostics.autoconfigure;

import java.util.List;
import java.util.Set;

import io.sightline.report.Finding;
import io.sightline.report.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * One line when the application is ready: what is on, where it goes, and how to see more.
 * One more for each finding that nobody else tells.
 */
final class StartupLine implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger("io.sightline");

	private static final List<String> TRACE_ENDPOINTS = List.of("management.opentelemetry.tracing.export.otlp.endpoint",
			"management.tracing.export.zipkin.endpoint");

	private static final List<String> OWN_CONFIGURATIONS = List.of("logback-test.groovy", "logback-test.xml",
			"logback.groovy", "logback.xml", "logback-test-spring.groovy", "logback-test-spring.xml",
			"logback-spring.groovy", "logback-spring.xml");

	/**
	 * The line itself tells, or the feature did when the application started.
	 */
	private static final Set<String> TOLD = Set.of(ServiceContributor.NO_NAME, LogbackContributor.OWN_CONFIGURATION,
			TraceContributor.NOWHERE, "two-tracers");

	private final ApplicationContext context;

	private final WiringReports reports;

	StartupLine(ApplicationContext context, WiringReports reports) {
		this.context = context;
		this.reports = reports;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() == this.context) {
			Environment environment = this.context.getEnvironment();
			logger.info("Sightline is on: logs as {}, traces to {} (ratio {}), endpoints {}", logs(environment),
					traces(environment), environment.getProperty("management.tracing.sampling.probability"),
					endpoints(event.getSpringApplication().getWebApplicationType(), environment));
			this.reports.findings()
				.stream()
				.filter((finding) -> finding.severity() != Severity.INFO && !TOLD.contains(finding.id()))
				.forEach(StartupLine::warn);
		}
	}

	private static void warn(Finding finding) {
		logger.warn("{}. {}", finding.meaning(), finding.fix());
	}

	/**
	 * What has been asked for counts only where Boot sets up the appenders: an own
	 * {@code logback-spring.xml} decides for itself.
	 */
	private static String logs(Environment environment) {
		boolean own = environment.containsProperty("logging.config") || OWN_CONFIGURATIONS.stream()
			.anyMatch((name) -> StartupLine.class.getClassLoader().getResource(name) != null);
		return own ? "the application's own Logback configuration says"
				: environment.getProperty("sightline.logging.format", "Boot formats them");
	}

	private static String endpoints(@Nullable WebApplicationType type, Environment environment) {
		if (type == WebApplicationType.NONE) {
			return "nowhere, this is not a web application";
		}
		return "-1".equals(environment.getProperty("management.server.port")) ? "nowhere, management.server.port is -1"
				: environment.getProperty("management.endpoints.web.exposure.include", "as Boot has it");
	}

	private static String traces(Environment environment) {
		List<String> endpoints = TRACE_ENDPOINTS.stream()
			.map(environment::getProperty)
			.filter((endpoint) -> endpoint != null && !endpoint.isBlank())
			.toList();
		return endpoints.isEmpty() ? "nowhere, set " + TRACE_ENDPOINTS.get(0) : String.join(", ", endpoints);
	}

}
