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

package io.sightline.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who this service is. The same values are on the OpenTelemetry resource, as common tags
 * on every meter and as fields of every log line. Immutable and safe for use by multiple
 * threads.
 *
 * @param name the service name, {@value #UNKNOWN_NAME} when nothing names it
 * @param version the version that is deployed, {@value #UNKNOWN_VERSION} when unknown
 * @param environment the deployment environment, {@value #DEFAULT_ENVIRONMENT} when
 * neither a property nor a profile names it
 * @param instance the instance, unique among the running instances of the service
 * @param attributes further resource attributes that are present, by their OpenTelemetry
 * name
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/resource/">OpenTelemetry
 * resource semantic conventions</a>
 */
public record ServiceIdentity(String name, String version, String environment, String instance,
		Map<String, String> attributes) {

	/**
	 * The name of a service that has none, as OpenTelemetry asks for.
	 */
	public static final String UNKNOWN_NAME = "unknown_service";

	/**
	 * The version of a service that does not know its own.
	 */
	public static final String UNKNOWN_VERSION = "unknown";

	/**
	 * The environment of a service that runs without profile or property.
	 */
	public static final String DEFAULT_ENVIRONMENT = "default";

	public ServiceIdentity {
		attributes = Map.copyOf(attributes);
	}

	/**
	 * All of it as OpenTelemetry resource attributes.
	 * @return the attributes by name, in no particular order
	 */
	public Map<String, String> resourceAttributes() {
		Map<String, String> resource = new LinkedHashMap<>(this.attributes);
		resource.put("service.name", this.name);
		resource.put("service.version", this.version);
		resource.put("deployment.environment.name", this.environment);
		resource.put("service.instance.id", this.instance);
		return resource;
	}

}
