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

package io.sightline.metrics.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.common.KeyValue;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Describes calls as Spring does, and remembers the path of a template of URIs in place
 * of taking it out by a regular expression twice a call. Remembers
 * {@value #MAX_TEMPLATES} at most, and no long ones.
 * <p>
 * Safe for use by several threads; takes no lock once a template is known.
 */
public final class RememberedUriConvention extends DefaultClientRequestObservationConvention {

	static final int MAX_TEMPLATES = 1_000;

	static final int MAX_LENGTH = 200;

	private final Map<String, KeyValue> paths = new ConcurrentHashMap<>();

	/**
	 * Creates a convention.
	 * @param name the name of the observations
	 */
	public RememberedUriConvention(String name) {
		super(name);
	}

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		KeyValue known = (template != null) ? this.paths.get(template) : null;
		return (known != null) ? known : remember(template, super.uri(context));
	}

	private KeyValue remember(@Nullable String template, KeyValue path) {
		if (template != null && template.length() <= MAX_LENGTH && this.paths.size() < MAX_TEMPLATES) {
			this.paths.put(template, path);
		}
		return path;
	}

	int remembered() {
		return this.paths.size();
	}

}
