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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import ch.qos.logback.classic.LoggerContext;
import io.sightline.diagnostics.Version;
import io.sightline.logging.async.AsyncDelivery;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * How log lines are written, and by which Logback.
 */
final class LogbackContributor implements ReportContributor {

	static final String OWN_CONFIGURATION = "own-logback-configuration";

	private static final Version FLOOR = Version.of("1.5.35");

	private static final String FORMATTER = "io.sightline.logging.autoconfigure.SightlineLogFormatter";

	private final EffectiveSettings settings;

	private final @Nullable String version;

	private final Predicate<String> inPlace;

	LogbackContributor(EffectiveSettings settings) {
		this(settings, LoggerContext.class.getPackage().getImplementationVersion(), LogbackContributor::isInPlace);
	}

	LogbackContributor(EffectiveSettings settings, @Nullable String version, Predicate<String> inPlace) {
		this.settings = settings;
		this.version = version;
		this.inPlace = inPlace;
	}

	@Override
	public String section() {
		return "logging";
	}

	@Override
	public Object details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("format", format());
		details.put("logback", (this.version != null) ? this.version : "unknown");
		details.put("formatter", this.inPlace.test(FORMATTER));
		details.put("async", this.inPlace.test(AsyncDelivery.class.getName()));
		return details;
	}

	@Override
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		if (this.version != null && Version.of(this.version).isBefore(FLOOR)) {
			findings
				.add(new Finding("logback-outdated", Severity.INFO,
						"Logback is %s, as Boot's parent manages it: versions before %s have known vulnerabilities"
							.formatted(this.version, FLOOR),
						"Set the property logback.version to 1.5.38 in the build"));
		}
		if (!"text".equalsIgnoreCase(format()) && !this.inPlace.test(FORMATTER)) {
			findings.add(new Finding(OWN_CONFIGURATION, Severity.WARNING,
					"The application's own Logback configuration writes the lines, and sightline.logging.format=%s is "
						.formatted(format()) + "without effect",
					"Use <include resource=\"io/sightline/logging/sightline-console-appender.xml\"/> and its appender "
							+ "SIGHTLINE_CONSOLE there, or set sightline.logging.enabled=false"));
		}
		return findings;
	}

	private String format() {
		boolean on = !"false".equalsIgnoreCase(this.settings.of("sightline.logging.enabled", "true").value());
		String format = this.settings.of("sightline.logging.format", "text").value();
		return (on && format != null) ? format : "text";
	}

	private static boolean isInPlace(String name) {
		return LoggerFactory.getILoggerFactory() instanceof LoggerContext context && context.getObject(name) != null;
	}

}
