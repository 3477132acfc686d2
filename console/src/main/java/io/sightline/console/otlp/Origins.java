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

package io.sightline.console.otlp;

import java.util.Map;

import io.opentelemetry.proto.resource.v1.Resource;
import io.sightline.console.store.Origin;

/**
 * Tells from a resource who sends.
 */
final class Origins {

	private static final int MAX = 256;

	private Origins() {
	}

	static Origin of(Resource resource) {
		Map<String, Object> attributes = Attributes.of(resource.getAttributesList());
		return new Origin(text(attributes, "service.name"), text(attributes, "service.version"),
				text(attributes, "service.instance.id"), text(attributes, "deployment.environment.name"));
	}

	private static String text(Map<String, Object> attributes, String key) {
		return Attributes.text(attributes.getOrDefault(key, "").toString(), MAX);
	}

}
