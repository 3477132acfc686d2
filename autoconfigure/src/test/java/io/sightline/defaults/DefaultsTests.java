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

import java.util.Map;

import io.sightline.identity.ServiceIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Defaults}.
 */
class DefaultsTests {

	private static final ServiceIdentity IDENTITY = new ServiceIdentity("orders", "1.2", "staging", "one",
			Map.of("cloud.region", "eu-1"));

	private static final String CONSOLE = "logging.structured.format.console";

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void writesJsonOffTerminal() {
		assertThat(resolve(false)).containsEntry("sightline.logging.format", "json")
			.containsEntry("spring.main.banner-mode", "off")
			.containsKeys(CONSOLE, "logging.structured.format.file");
	}

	@Test
	void writesTextOnTerminal() {
		assertThat(resolve(true)).containsEntry("sightline.logging.format", "text")
			.doesNotContainKeys(CONSOLE, "logging.structured.format.file", "spring.main.banner-mode");
	}

	@ParameterizedTest
	@CsvSource({ "json,true", "JSON,true", "text,false" })
	void followsFormatWhateverTheTerminal(String format, boolean json) {
		this.environment.setProperty("sightline.logging.format", format);
		assertThat(resolve(true).containsKey(CONSOLE)).isEqualTo(json);
		assertThat(resolve(false).containsKey(CONSOLE)).isEqualTo(json);
	}

	@Test
	void identifiesMetersAndResource() {
		assertThat(resolve(false)).containsEntry("management.metrics.tags.application", "orders")
			.containsEntry("management.metrics.tags.environment", "staging")
			.containsEntry("management.metrics.tags.version", "1.2")
			.containsEntry("management.opentelemetry.resource-attributes[service.name]", "orders")
			.containsEntry("management.opentelemetry.resource-attributes[service.version]", "1.2")
			.containsEntry("management.opentelemetry.resource-attributes[service.instance.id]", "one")
			.containsEntry("management.opentelemetry.resource-attributes[deployment.environment.name]", "staging")
			.containsEntry("management.opentelemetry.resource-attributes[cloud.region]", "eu-1")
			.containsEntry("sightline.service.instance-id", "one")
			.doesNotContainKey("management.metrics.tags.instance");
	}

	@ParameterizedTest
	@CsvSource({ "logging,logging.structured.format.console", "logging,logging.logback.rollingpolicy.total-size-cap",
			"exposure,management.endpoints.web.exposure.include",
			"health,management.endpoint.health.probes.add-additional-paths",
			"metrics,management.otlp.metrics.export.enabled", "tracing,management.tracing.sampling.probability",
			"tracing,spring.task.execution.propagate-context", "tracing,spring.reactor.context-propagation",
			"tracing.async,spring.task.execution.propagate-context", "tracing.async,spring.reactor.context-propagation",
			"identity,management.metrics.tags.application",
			"identity,management.opentelemetry.resource-attributes[service.name]" })
	void switchTakesItsDefaults(String feature, String key) {
		assertThat(resolve(false)).containsKey(key);
		this.environment.setProperty("sightline." + feature + ".enabled", "false");
		assertThat(resolve(false)).doesNotContainKey(key);
	}

	@Test
	void switchOfAsyncLeavesTheRestOfTracing() {
		this.environment.setProperty("sightline.tracing.async.enabled", "false");
		assertThat(resolve(false)).containsKey("management.tracing.sampling.probability");
	}

	@ParameterizedTest
	@CsvSource({ "management.otlp.metrics.export.url,management.otlp.metrics.export.enabled",
			"management.tracing.export.zipkin.endpoint,management.tracing.export.zipkin.enabled",
			"management.opentelemetry.logging.export.otlp.endpoint,management.logging.export.otlp.enabled" })
	void exportsOnceAnEndpointIsSet(String endpoint, String switchKey) {
		assertThat(resolve(false)).containsEntry(switchKey, "false");
		this.environment.setProperty(endpoint, "http://collector.example");
		assertThat(resolve(false)).doesNotContainKey(switchKey);
	}

	@Test
	void keepsExemplarsOffSeriesThatPrometheusRefuses() {
		assertThat(resolve(false)).containsEntry("management.prometheus.metrics.export.properties"
				+ "[io.prometheus.exporter.exemplarsOnAllMetricTypes]", "false");
	}

	@Test
	void leavesOutWhatTheApplicationSets() {
		this.environment.setProperty("management.tracing.sampling.probability", "0.1");
		assertThat(resolve(false)).doesNotContainKey("management.tracing.sampling.probability");
	}

	private Map<String, Object> resolve(boolean terminal) {
		return new Defaults(this.environment, terminal).resolve(IDENTITY);
	}

}
