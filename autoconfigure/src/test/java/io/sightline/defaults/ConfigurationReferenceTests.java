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

package io.sightline.defaults;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.util.ObjectUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference of all properties says what the metadata says. Rewritten with
 * {@code -Ddocs.write=true}.
 */
class ConfigurationReferenceTests {

	private static final Path FILE = Path.of("..", "docs", "configuration.md");

	private static final String INTRODUCTION = """
			# Configuration reference

			All properties of Sightline, generated from their metadata by `ConfigurationReferenceTests`. After a change
			of a property, `mvn test -pl autoconfigure -Dtest=ConfigurationReferenceTests -Ddocs.write=true`
			writes it again.
			""";

	private static final String BOOT = """

			## Defaults for properties of Spring Boot

			These are set behind every other property source: whatever the application says wins. A switch that is
			`false` takes its defaults away; `sightline.enabled=false` takes all.

			| Property | Value | When | Switch |
			| --- | --- | --- | --- |
			""";

	private static final String IDENTITY = """
			| `management.metrics.tags.application` | name of the service |  | `sightline.identity.enabled` |
			| `management.metrics.tags.environment` | deployment environment |  | `sightline.identity.enabled` |
			| `management.metrics.tags.version` | version of the service |  | `sightline.identity.enabled` |
			| `management.opentelemetry.resource-attributes` | identity of the service, merged by attribute |  | \
			`sightline.identity.enabled` |
			""";

	@Test
	void referenceIsUpToDate() throws IOException {
		String reference = reference();
		if (Boolean.getBoolean("docs.write")) {
			Files.createDirectories(FILE.getParent());
			Files.writeString(FILE, reference);
		}
		assertThat(FILE).content().isEqualTo(reference);
	}

	private static String reference() {
		StringBuilder text = new StringBuilder(INTRODUCTION);
		groups().forEach((group, properties) -> {
			text.append("\n## ").append(group).append("\n\n");
			text.append("| Property | Type | Default | Description |\n| --- | --- | --- | --- |\n");
			properties.forEach((property) -> text.append(row(property)));
		});
		text.append(BOOT);
		Defaults.DEFAULTS.forEach((entry) -> text.append("| `%s` | `%s` | %s | `sightline.%s.enabled` |\n"
			.formatted(entry.key(), entry.value(), entry.condition().text(), entry.feature())));
		return text.append(IDENTITY).toString();
	}

	private static SortedMap<String, List<ConfigurationMetadataProperty>> groups() {
		SortedMap<String, List<ConfigurationMetadataProperty>> groups = new TreeMap<>();
		Metadata.ours().forEach((key, property) -> {
			String[] parts = key.split("\\.");
			String group = (parts.length > 2) ? parts[0] + "." + parts[1] : parts[0];
			groups.computeIfAbsent(group, (name) -> new ArrayList<>()).add(property);
		});
		return groups;
	}

	private static String row(ConfigurationMetadataProperty property) {
		String type = property.getType().replaceAll("([a-z][a-zA-Z0-9]*\\.)+", "").replace('$', '.');
		String description = String.valueOf(property.getDescription()).replace("|", "\\|");
		return "| `%s` | `%s` | %s | %s |\n".formatted(property.getId(), type, code(property.getDefaultValue()),
				description);
	}

	private static String code(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		if (!value.getClass().isArray()) {
			return "`" + value + "`";
		}
		List<String> elements = new ArrayList<>();
		for (int i = 0; i < Array.getLength(value); i++) {
			elements.add(ObjectUtils.nullSafeToString(Array.get(value, i)));
		}
		return "`" + String.join(", ", elements) + "`";
	}

}
