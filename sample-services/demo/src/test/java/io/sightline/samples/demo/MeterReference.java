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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.sightline.samples.demo.service.SampleService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the reference of meters equal to what the services expose. Run the integration
 * tests with {@code -Ddocs.write=true} to write it again.
 */
final class MeterReference {

	/**
	 * How long to wait for what there is to write: all of it is there if it is as
	 * written.
	 */
	static final Duration SETTLED = Duration.ofSeconds(Boolean.getBoolean("docs.write") ? 60 : 0);

	private static final Path DOCUMENT = Path.of("..", "..", "docs", "meters.md");

	private static final String INTRODUCTION = """
			# Meter reference

			What the sample services expose at `/actuator/prometheus`, read from them while they are in use; what it is for is in
			[Metrics](metrics.md). Written by `PrometheusIntegrationTests`, which fails when this page is stale. To write it again:

			```
			mvn verify -pl sample-services/demo -am -Dtest=None -Dit.test=PrometheusIntegrationTests -Ddocs.write=true \\
			  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
			```

			Every series has the tags `application`, `environment` and `version` as well. A histogram has the series
			`_bucket`, `_count` and `_sum`, a summary `_count` and `_sum`; both have the largest value of the last minutes as
			`_max`. Not in the list is what there was no reason for: `sightline_alert_notifications_total` by `channel` and `outcome`,
			and the sample's `carts_closed_total` by `reason`. What an application has of its libraries depends on them, on the JDK
			and on the operating system: this is Linux, JDK 17 and the serial collector.
			""";

	private static final String HEADER = """

			| Name | Type | Unit | Tags | Services | Description |
			|---|---|---|---|---|---|
			""";

	private static final Set<String> EVERYWHERE = Set.of("application", "environment", "version", "le", "quantile");

	/**
	 * There only once something has happened that may not happen in a test: an alert, or
	 * a cart that somebody left.
	 */
	private static final Set<String> SELDOM = Set.of("sightline_alert_notifications", "carts_closed");

	private static final Pattern HOUSE = Pattern
		.compile("(sightline_|slo_|http_server_active_requests|http_server_connections|queue_|business_).*");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");

	private static final Pattern DECLARED = Pattern.compile("- name: ([a-z.]+)");

	private static final List<String> UNITS = List.of("seconds", "bytes", "ratio", "threads", "connections", "tasks",
			"classes", "buffers", "files", "events", "sessions", "requests", "rows");

	private final Map<String, Family> families = new TreeMap<>();

	private final Set<String> business = new TreeSet<>();

	/**
	 * Add what a service exposes.
	 * @param service the service
	 * @param openMetrics its answer to a scrape
	 */
	void add(SampleService service, String openMetrics) {
		assertThat(openMetrics).as(service.id()).endsWith("# EOF\n");
		Family current = new Family("");
		for (String line : openMetrics.lines().toList()) {
			String[] words = line.split(" ", 4);
			if (line.startsWith("# TYPE ") || line.startsWith("# HELP ")) {
				current = this.families.computeIfAbsent(words[2], Family::new);
				current.services.add(service);
				current.describe(words[1], (words.length > 3) ? words[3].strip() : "");
			}
			else if (!line.startsWith("#")) {
				current.addTags(line.split(" # ", 2)[0]);
			}
		}
		DECLARED.matcher(read(Path.of("..", service.id(), "src", "main", "resources", "application.yml")))
			.results()
			.forEach((meter) -> this.business.add(meter.group(1).replace('.', '_')));
	}

	/**
	 * Compare with the document, or write it.
	 */
	void check() {
		this.families.keySet().removeAll(SELDOM);
		this.families.keySet().removeIf((name) -> name.endsWith("_max") && hasMax(name.replaceAll("_max$", "")));
		Predicate<String> house = HOUSE.asMatchPredicate();
		Predicate<String> declared = this.business::contains;
		String text = INTRODUCTION + section("Sightline's own", house)
				+ section("Business meters of the samples", declared)
				+ section("Of Spring Boot, Micrometer and libraries", house.or(declared).negate());
		if (Boolean.getBoolean("docs.write")) {
			write(text);
		}
		assertThat(read(DOCUMENT)).isEqualTo(text);
	}

	private boolean hasMax(String name) {
		Family family = this.families.get(name);
		return family != null && (family.type.equals("histogram") || family.type.equals("summary"));
	}

	private String section(String title, Predicate<String> filter) {
		return this.families.values()
			.stream()
			.filter((family) -> filter.test(family.name))
			.map(Family::row)
			.collect(Collectors.joining("", "\n## " + title + "\n" + HEADER, ""));
	}

	private static String read(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(String text) {
		try {
			Files.writeString(DOCUMENT, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Family {

		private final String name;

		private final Set<SampleService> services = EnumSet.noneOf(SampleService.class);

		private final Set<String> tags = new TreeSet<>();

		private String type = "";

		private String help = "";

		private Family(String name) {
			this.name = name;
		}

		private void describe(String kind, String text) {
			if (kind.equals("TYPE")) {
				this.type = text;
			}
			else {
				this.help = text;
			}
		}

		private void addTags(String sample) {
			Matcher labels = LABEL.matcher(sample);
			while (labels.find()) {
				this.tags.add(labels.group(1));
			}
		}

		private String row() {
			if (HOUSE.matcher(this.name).matches()) {
				assertThat(this.help).as("help of " + this.name).isNotEmpty();
			}
			return "| `%s` | %s | %s | %s | %s | %s |\n".formatted(this.name + suffix(), this.type, unit(),
					this.tags.stream()
						.filter((tag) -> !EVERYWHERE.contains(tag))
						.map((tag) -> '`' + tag + '`')
						.collect(Collectors.joining(" ")),
					services(), this.help.replace("\\\"", "\"").replace("|", "\\|"));
		}

		private String suffix() {
			return switch (this.type) {
				case "counter" -> "_total";
				case "info" -> "_info";
				default -> "";
			};
		}

		private String unit() {
			return UNITS.stream().filter((unit) -> this.name.endsWith("_" + unit)).findFirst().orElse("");
		}

		private String services() {
			if (this.services.size() == SampleService.values().length) {
				return "all";
			}
			return this.services.stream()
				.map((service) -> service.id().replace("-service", ""))
				.collect(Collectors.joining(", "));
		}

	}

}
