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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

import io.sightline.identity.ServiceIdentity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.StringUtils;

/**
 * Resolves a {@link ServiceIdentity}. What the user says about the OpenTelemetry resource
 * (Boot's {@code management.opentelemetry.resource-attributes}, then the variables
 * {@code OTEL_RESOURCE_ATTRIBUTES} and {@code OTEL_SERVICE_NAME}) wins over what is
 * found, so that logs, metrics and traces never disagree.
 */
public final class ServiceIdentities {

	private static final String RESOURCE_ATTRIBUTES = "management.opentelemetry.resource-attributes";

	private static final Map<String, String[]> VARIABLES = Map.of("host.name", new String[] { "HOSTNAME" },
			"k8s.pod.name", new String[] { "K8S_POD_NAME", "POD_NAME" }, "k8s.namespace.name",
			new String[] { "K8S_NAMESPACE_NAME", "POD_NAMESPACE" }, "k8s.node.name",
			new String[] { "K8S_NODE_NAME", "NODE_NAME" }, "cloud.region",
			new String[] { "AWS_REGION", "GOOGLE_CLOUD_REGION", "REGION_NAME" });

	private final Environment environment;

	private final ResourceLoader resources;

	private final Function<String, @Nullable String> variables;

	private final Path process;

	ServiceIdentities(Environment environment, ResourceLoader resources, Function<String, @Nullable String> variables,
			Path process) {
		this.environment = environment;
		this.resources = resources;
		this.variables = variables;
		this.process = process;
	}

	/**
	 * Resolves the identity of the application that owns the environment.
	 * @param environment the environment, with the application's configuration loaded
	 * @param resources where build and commit information is looked for
	 * @return the identity; an instance id that had to be made up differs at every call
	 */
	public static ServiceIdentity resolve(Environment environment, ResourceLoader resources) {
		return new ServiceIdentities(environment, resources, System::getenv, Path.of("/proc/self")).resolve();
	}

	ServiceIdentity resolve() {
		Map<String, String> attributes = found();
		attributes.putAll(saidInVariables());
		attributes.putAll(Binder.get(this.environment)
			.bind(RESOURCE_ATTRIBUTES, Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of));
		attributes.values().removeIf((value) -> !StringUtils.hasText(value));
		String name = take(attributes, "service.name", ServiceIdentity.UNKNOWN_NAME);
		String version = take(attributes, "service.version", ServiceIdentity.UNKNOWN_VERSION);
		String deployment = take(attributes, "deployment.environment.name", ServiceIdentity.DEFAULT_ENVIRONMENT);
		String instance = take(attributes, "service.instance.id", UUID.randomUUID().toString());
		return new ServiceIdentity(name, version, deployment, instance, attributes);
	}

	private static String take(Map<String, String> attributes, String name, String fallback) {
		String value = attributes.remove(name);
		return (value != null) ? value : fallback;
	}

	private Map<String, String> found() {
		ServiceProperties properties = Binder.get(this.environment)
			.bind("sightline.service", ServiceProperties.class)
			.orElseGet(() -> new ServiceProperties(null, null, null));
		Map<String, String> found = new LinkedHashMap<>();
		VARIABLES.forEach((attribute, names) -> put(found, attribute, firstVariable(names)));
		put(found, "cloud.region", properties.region());
		put(found, "service.name", this.environment.getProperty("spring.application.name"));
		put(found, "service.namespace", this.environment.getProperty("spring.application.group"));
		put(found, "service.version", version());
		put(found, "vcs.ref.head.revision", load("classpath:git.properties").getProperty("git.commit.id"));
		put(found, "container.id", new ContainerId(this.process).find().orElse(null));
		put(found, "deployment.environment.name", deployment(properties));
		put(found, "service.instance.id",
				(properties.instanceId() != null) ? properties.instanceId() : found.get("k8s.pod.name"));
		return found;
	}

	private @Nullable String version() {
		String version = this.environment.getProperty("spring.application.version");
		return (version != null) ? version
				: load("classpath:META-INF/build-info.properties").getProperty("build.version");
	}

	private @Nullable String deployment(ServiceProperties properties) {
		String[] profiles = this.environment.getActiveProfiles();
		return (properties.environment() != null) ? properties.environment()
				: (profiles.length > 0) ? profiles[0] : null;
	}

	private @Nullable String firstVariable(String[] names) {
		for (String name : names) {
			String value = this.variables.apply(name);
			if (StringUtils.hasText(value)) {
				return value;
			}
		}
		return null;
	}

	private Map<String, String> saidInVariables() {
		Map<String, String> said = new LinkedHashMap<>();
		for (String pair : StringUtils.tokenizeToStringArray(this.variables.apply("OTEL_RESOURCE_ATTRIBUTES"), ",")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				put(said, pair.substring(0, equals).trim(), decode(pair.substring(equals + 1).trim()));
			}
		}
		put(said, "service.name", this.variables.apply("OTEL_SERVICE_NAME"));
		return said;
	}

	private static String decode(String value) {
		try {
			return StringUtils.uriDecode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// A percent sign that was not meant as an escape must not stop a start-up.
			return value;
		}
	}

	private static void put(Map<String, String> attributes, String name, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			attributes.put(name, value);
		}
	}

	private Properties load(String location) {
		Resource resource = this.resources.getResource(location);
		try {
			return resource.exists() ? PropertiesLoaderUtils.loadProperties(resource) : new Properties();
		}
		catch (IOException | IllegalArgumentException ex) {
			// An unreadable file says as little about the build as a missing one.
			return new Properties();
		}
	}

}
