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

package io.sightline.slo.autoconfigure;

import java.util.function.Supplier;

import io.sightline.identity.ServiceIdentity;

import org.springframework.core.env.Environment;

/**
 * The name by which meters call the application. Rules that call it something else would
 * never find a series.
 */
final class MeteredName {

	private static final String TAG = "management.metrics.tags.application";

	private MeteredName() {
	}

	/**
	 * The tag that Boot puts on every meter, which is the name of the service unless the
	 * application says something else.
	 */
	static String of(Environment environment, Supplier<ServiceIdentity> identity) {
		String tag = environment.getProperty(TAG, "");
		return tag.isBlank() ? identity.get().name() : tag;
	}

}
