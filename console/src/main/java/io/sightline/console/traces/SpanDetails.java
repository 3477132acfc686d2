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

package io.sightline.console.traces;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * What is told about a span when one looks closer.
 *
 * @param version the version of who recorded it, or empty
 * @param instance the instance of who recorded it, or empty
 * @param statusMessage what it said about its end, or empty
 * @param attributes its attributes, as JSON
 * @param events what happened meanwhile, as JSON
 */
record SpanDetails(String version, String instance, String statusMessage, @JsonRawValue String attributes,
		@JsonRawValue String events) {

	static SpanDetails of(SpanEntry span) {
		return new SpanDetails(span.version(), span.instance(), span.statusMessage(), span.attributes(), span.events());
	}

}
