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

/**
 * What is left out under pressure.
 */
public enum Detail {

	/**
	 * Log events of levels TRACE and DEBUG, and those below WARN that wait for a delivery
	 * that does not get on.
	 */
	LOG_EVENTS("log_events"),

	/**
	 * Spans inside requests whose trace the ratio did not choose, and those that wait for
	 * an export that does not get on.
	 */
	SPANS("spans"),

	/**
	 * Attributes of spans that did not fail, but for those that say what a span is about.
	 */
	SPAN_ATTRIBUTES("span_attributes"),

	/**
	 * Events of spans that did not fail.
	 */
	SPAN_EVENTS("span_events");

	private final String label;

	Detail(String label) {
		this.label = label;
	}

	/**
	 * What it is called in meters and reports.
	 * @return a name in lower case
	 */
	public String label() {
		return this.label;
	}

}
