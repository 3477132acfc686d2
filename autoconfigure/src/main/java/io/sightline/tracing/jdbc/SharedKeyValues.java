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

package io.sightline.tracing.jdbc;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Key-values that a convention gives as one object each time it is asked, for as long as
 * nobody adds to them or removes from them. Spares a context to copy them twice, and to
 * sort them for each reader. For one thread, as a statement is.
 */
final class SharedKeyValues {

	private @Nullable KeyValues values;

	private boolean parted;

	/**
	 * Takes key-values without a copy, if there are no others.
	 * @param given the key-values
	 * @return whether they are here now
	 */
	boolean take(KeyValues given) {
		if (this.parted) {
			return false;
		}
		if (this.values == null) {
			this.values = given;
		}
		return this.values == given;
	}

	/**
	 * Gives the key-values away for good: from now on somebody has them who can change
	 * them.
	 * @return the key-values, or {@code null} if there are none, or no more
	 */
	@Nullable KeyValues part() {
		KeyValues given = this.values;
		this.values = null;
		this.parted = true;
		return given;
	}

	@Nullable KeyValues values() {
		return this.values;
	}

	@Nullable KeyValue value(String key) {
		if (this.values != null) {
			for (KeyValue value : this.values) {
				if (value.getKey().equals(key)) {
					return value;
				}
			}
		}
		return null;
	}

}
