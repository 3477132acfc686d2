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

package io.sightline.identity.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.sightline.identity.ServiceIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceIdentities}.
 */
class ServiceIdentitiesTests {

	private final MockEnvironment environment = new MockEnvironment();

	private final Map<String, String> variables = new HashMap<>();

	private final Map<String, String> files = new HashMap<>();

	@TempDir
	private Path process = Path.of("");

	@Test
	void hasFallbacksForEverything() {
		ServiceIdentity identity = resolve();
		assertThat(identity.name()).isEqualTo("unknown_service");
		assertThat(identity.version()).isEqualTo("unknown");
		assertThat(identity.environment()).isEqualTo("default");
		assertThat(identity.instance()).satisfies(UUID::fromString);
		assertThat(identity.attributes()).isEmpty();
	}

	@Test
	void takesNameInOrderOfPrecedence() {
		this.environment.setProperty("spring.application.name", "application");
		assertThat(resolve().name()).isEqualTo("application");
		this.variables.put("OTEL_RESOURCE_ATTRIBUTES", "service.name=attributes");
		assertThat(resolve().name()).isEqualTo("attributes");
		this.variables.put("OTEL_SERVICE_NAME", "variable");
		assertThat(resolve().name()).isEqualTo("variable");
		this.environment.setProperty("management.opentelemetry.resource-attributes[service.name]", "property");
		assertThat(resolve().name()).isEqualTo("property");
	}

	@Test
	void takesVersionInOrderOfPrecedence() {
		this.files.put("classpath:META-INF/build-info.properties", "build.version=1.0");
		assertThat(resolve().version()).isEqualTo("1.0");
		this.environment.setProperty("spring.application.version", "2.0");
		assertThat(resolve().version()).isEqualTo("2.0");
		this.variables.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=3.0");
		assertThat(resolve().version()).isEqualTo("3.0");
	}

	@Test
	void takesEnvironmentInOrderOfPrecedence() {
		this.environment.setActiveProfiles("staging", "metrics");
		assertThat(resolve().environment()).isEqualTo("staging");
		this.environment.setProperty("sightline.service.environment", "production");
		assertThat(resolve().environment()).isEqualTo("production");
		this.variables.put("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=said");
		assertThat(resolve().environment()).isEqualTo("said");
	}

	@Test
	void takesInstanceInOrderOfPrecedence() {
		this.variables.put("POD_NAME", "orders-7d9f");
		assertThat(resolve().instance()).isEqualTo("orders-7d9f");
		this.variables.put("K8S_POD_NAME", "orders-1");
		assertThat(resolve().instance()).isEqualTo("orders-1");
		this.environment.setProperty("sightline.service.instance-id", "one");
		assertThat(resolve().instance()).isEqualTo("one");
	}

	@ParameterizedTest
	@CsvSource({ "HOSTNAME,host.name", "POD_NAMESPACE,k8s.namespace.name", "NODE_NAME,k8s.node.name",
			"AWS_REGION,cloud.region", "GOOGLE_CLOUD_REGION,cloud.region", "REGION_NAME,cloud.region" })
	void takesAttributesFromVariables(String variable, String attribute) {
		this.variables.put(variable, "value");
		assertThat(resolve().attributes()).containsExactly(Map.entry(attribute, "value"));
	}

	@Test
	void prefersConfiguredRegion() {
		this.variables.put("AWS_REGION", "us-1");
		this.environment.setProperty("sightline.service.region", "eu-1");
		assertThat(resolve().attributes()).containsEntry("cloud.region", "eu-1");
	}

	@Test
	void takesCommitAndNamespaceAndContainer() throws Exception {
		this.files.put("classpath:git.properties", "git.commit.id=4f2a");
		this.environment.setProperty("spring.application.group", "shop");
		Files.writeString(this.process.resolve("cgroup"), "0::/docker/" + "a".repeat(64));
		assertThat(resolve().attributes()).containsEntry("vcs.ref.head.revision", "4f2a")
			.containsEntry("service.namespace", "shop")
			.containsEntry("container.id", "a".repeat(64));
	}

	@Test
	void decodesResourceAttributes() {
		this.variables.put("OTEL_RESOURCE_ATTRIBUTES", " team = a%2Cb ,broken,=nothing,empty=,owner=me=you");
		assertThat(resolve().attributes()).containsOnly(Map.entry("team", "a,b"), Map.entry("owner", "me=you"));
	}

	@ParameterizedTest
	@CsvSource({ "%", "%zz", "50%" })
	void survivesMalformedResourceAttributes(String value) {
		this.variables.put("OTEL_RESOURCE_ATTRIBUTES", "ratio=" + value + ",service.name=orders");
		assertThat(resolve().name()).isEqualTo("orders");
	}

	@Test
	void ignoresBlankValues() {
		this.environment.setProperty("spring.application.name", " ");
		this.variables.put("OTEL_SERVICE_NAME", "");
		assertThat(resolve().name()).isEqualTo("unknown_service");
	}

	@Test
	void survivesMalformedBuildInformation() {
		this.files.put("classpath:META-INF/build-info.properties", "build.version=\\uZZZZ");
		this.files.put("classpath:git.properties", "git.commit.id=\\uZZZZ");
		assertThat(resolve().version()).isEqualTo("unknown");
	}

	private ServiceIdentity resolve() {
		return new ServiceIdentities(this.environment, new Resources(), (name) -> this.variables.getOrDefault(name, ""),
				this.process)
			.resolve();
	}

	private final class Resources extends DefaultResourceLoader {

		@Override
		public Resource getResource(String location) {
			String content = ServiceIdentitiesTests.this.files.get(location);
			return (content != null) ? new ByteArrayResource(content.getBytes(StandardCharsets.ISO_8859_1))
					: super.getResource("classpath:missing");
		}

	}

}
