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

package io.sightline.pressure;

import java.util.Locale;

/**
 * What an application may be short of.
 */
public enum Resource {

	/**
	 * Memory that lives long, after a collection.
	 */
	HEAP,

	/**
	 * Room for telemetry that waits to be delivered.
	 */
	QUEUE,

	/**
	 * Time of the processors.
	 */
	CPU;

	/**
	 * What it is called in meters and reports.
	 * @return a name in lower case
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
