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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.sightline.diagnostics.Feature;
import io.sightline.diagnostics.Setting;
import io.sightline.diagnostics.WiringReport;
import io.sightline.diagnostics.keys.KnownProperties;
import io.sightline.report.Finding;
import io.sightline.report.ReportContributor;
import io.sightline.report.Severity;

import org.springframework.util.function.SingletonSupplier;

/**
 * Makes reports: what was decided at start-up is read once, the rest whenever it is asked
 * for.
 */
final class WiringReports {

	private final Map<String, String> service;

	private final Supplier<List<Feature>> features;

	private final Supplier<List<Setting>> settings;

	private final Supplier<List<ReportContributor>> contributors;

	WiringReports(Map<String, String> service, FeatureReader features, EffectiveSettings settings, ClassLoader loader,
			Supplier<List<ReportContributor>> contributors) {
		this.service = service;
		this.features = SingletonSupplier.of(features::read);
		Supplier<KnownProperties> known = SingletonSupplier.of(() -> KnownProperties.load(loader));
		this.settings = () -> settings.all(known.get());
		this.contributors = contributors;
	}

	WiringReport create() {
		Map<String, Object> sections = new LinkedHashMap<>();
		for (ReportContributor contributor : this.contributors.get()) {
			Object details = details(contributor);
			if (!Map.of().equals(details) && !List.of().equals(details)) {
				sections.put(contributor.section(), details);
			}
		}
		return new WiringReport(this.service, this.features.get(), this.settings.get(), sections, findings());
	}

	/**
	 * What the owner of the application should know, the worst first.
	 */
	List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		this.features.get()
			.stream()
			.filter(WiringReports::isMissed)
			.forEach((feature) -> findings.add(missed(feature)));
		this.contributors.get().forEach((contributor) -> findings.addAll(findings(contributor)));
		findings.sort(Comparator.comparing(Finding::severity).reversed());
		return findings;
	}

	private static Object details(ReportContributor contributor) {
		try {
			return contributor.details();
		}
		catch (RuntimeException | LinkageError ex) {
			return Map.of("failed", ex.toString());
		}
	}

	private static List<Finding> findings(ReportContributor contributor) {
		try {
			return contributor.findings();
		}
		catch (RuntimeException | LinkageError ex) {
			return List.of(new Finding("report-incomplete", Severity.INFO,
					"The report knows nothing of '%s': %s".formatted(contributor.section(), ex),
					"Correct the ReportContributor " + contributor.getClass().getName()));
		}
	}

	/**
	 * Somebody asked for it, and nobody said no.
	 */
	private static boolean isMissed(Feature feature) {
		return !feature.on() && feature.switches().stream().anyMatch(WiringReports::isAsked)
				&& feature.switches().stream().allMatch((setting) -> "true".equalsIgnoreCase(setting.value()));
	}

	private static boolean isAsked(Setting setting) {
		return setting.isSet() && !"sightline.enabled".equals(setting.property());
	}

	private static Finding missed(Feature feature) {
		String reasons = feature.parts()
			.stream()
			.flatMap((part) -> part.reasons().stream())
			.sorted(Comparator.comparing((reason) -> "other".equals(reason.kind())))
			.map(Feature.Reason::text)
			.findFirst()
			.orElse("no part of it is loaded");
		return new Finding("feature-missed", Severity.WARNING,
				"The feature '%s' is switched on and yet off: %s".formatted(feature.name(), reasons),
				"Add what is missing, or remove its switch");
	}

}
