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
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.Deprecation;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every key that is ours is described, and every key that is used is one.
 */
class ConfigurationMetadataTests {

	private static final Map<String, ConfigurationMetadataProperty> METADATA = Metadata.all();

	/**
	 * Read by Boot's condition on the export of traces, which has a key for each
	 * exporter; Boot does not describe this one.
	 */
	private static final String UNDESCRIBED = "management.tracing.export.zipkin.enabled";

	@ParameterizedTest
	@MethodSource("ours")
	void describesKeyInHouseStyle(String key) {
		ConfigurationMetadataProperty property = property(key);
		assertThat(property.getDescription()).as(key)
			.isNotNull()
			.matches("(?s)[A-Z].*\\.")
			.doesNotStartWith("The ")
			.doesNotContainPattern("(?i)defaults? (to|is|value)");
		if ("java.lang.Boolean".equals(property.getType())) {
			assertThat(property.getDescription()).as(key).startsWith("Whether ");
		}
	}

	static Stream<String> ours() {
		return Metadata.ours().keySet().stream();
	}

	@Test
	void sortsAdditionalMetadata() throws IOException {
		try (InputStream json = Defaults.class
			.getResourceAsStream("/META-INF/additional-spring-configuration-metadata.json")) {
			List<String> names = JsonMapper.shared()
				.readTree(Objects.requireNonNull(json))
				.path("properties")
				.valueStream()
				.map((JsonNode property) -> property.path("name").asString())
				.toList();
			assertThat(names).isNotEmpty().isSorted().doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest
	@MethodSource("conditions")
	void knowsKeyOfCondition(String key) {
		assertThat(level(property(key))).isNotEqualTo(Deprecation.Level.ERROR);
	}

	static Stream<String> conditions() {
		return ImportCandidates.load(AutoConfiguration.class, Defaults.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.sightline."))
			.map((name) -> ClassUtils.resolveClassName(name, Defaults.class.getClassLoader()))
			.flatMap((type) -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
			.flatMap((type) -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods())))
			.flatMap((element) -> MergedAnnotations.from(element).stream(ConditionalOnBooleanProperty.class))
			.flatMap(ConfigurationMetadataTests::keys)
			.distinct();
	}

	private static Stream<String> keys(MergedAnnotation<ConditionalOnBooleanProperty> condition) {
		String prefix = condition.getString("prefix");
		return Stream.concat(Stream.of(condition.getStringArray("name")), Stream.of(condition.getStringArray("value")))
			.map((name) -> prefix.isEmpty() ? name : prefix + "." + name);
	}

	@ParameterizedTest
	@MethodSource("defaults")
	void knowsKeyOfDefault(String key) {
		assertThat(level(property(key))).isNotEqualTo(Deprecation.Level.ERROR);
	}

	static Stream<String> defaults() {
		return Stream.concat(
				Defaults.DEFAULTS.stream()
					.map(Defaults.Default::key)
					.filter((key) -> !UNDESCRIBED.equals(key) && !isOfBroker(key))
					.map(ConfigurationMetadataTests::described),
				Stream.of("management.metrics.tags", "management.opentelemetry.resource-attributes"));
	}

	/**
	 * Described by modules of Boot that look for brokers once they are on the class path:
	 * the integration tests with real brokers show that these keys work.
	 */
	private static boolean isOfBroker(String key) {
		return key.startsWith("spring.kafka.") || key.startsWith("spring.rabbitmq.");
	}

	/**
	 * A key, or that of the map it is an entry of.
	 */
	private static String described(String key) {
		return Stream.of("management.observations.enable", "logging.level")
			.filter((map) -> key.startsWith(map + "."))
			.findFirst()
			.orElseGet(() -> key.split("\\[")[0]);
	}

	@ParameterizedTest
	@MethodSource("switches")
	void knowsSwitchOfDefault(String key) {
		assertThat(property(key).getType()).isEqualTo("java.lang.Boolean");
	}

	static Stream<String> switches() {
		return Defaults.DEFAULTS.stream().map((entry) -> "sightline." + entry.feature() + ".enabled").distinct();
	}

	private static Deprecation.Level level(ConfigurationMetadataProperty property) {
		Deprecation deprecation = property.getDeprecation();
		return (deprecation != null) ? deprecation.getLevel() : Deprecation.Level.WARNING;
	}

	private static ConfigurationMetadataProperty property(String key) {
		return Objects.requireNonNull(METADATA.get(key), key);
	}

}
