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

package io.sightline.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * A property in effect.
 *
 * @param property the name of the property
 * @param value its value without secrets, or {@code null} if it has none
 * @param source where the value comes from, {@value #DEFAULT} if it was not set
 */
public record Setting(String property, @Nullable String value, String source) {

	/**
	 * The source of a value that nobody set.
	 */
	public static final String DEFAULT = "default";

	/**
	 * Whether anybody set it.
	 * @return {@code false} for a default
	 */
	public boolean isSet() {
		return !DEFAULT.equals(this.source);
	}

}
