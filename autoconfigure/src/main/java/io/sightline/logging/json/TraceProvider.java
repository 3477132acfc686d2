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

package io.sightline.logging.json;

import io.sightline.context.TraceIds;
import io.sightline.logging.CapturedEvent;
import tools.jackson.core.JsonGenerator;

/**
 * The trace that the line belongs to.
 */
final class TraceProvider extends LineProvider {

	@Override
	void write(JsonGenerator json, CapturedEvent event) {
		TraceIds trace = event.trace();
		if (trace != null) {
			json.writeStringProperty(LogFields.TRACE_ID, trace.traceId());
			json.writeStringProperty(LogFields.SPAN_ID, trace.spanId());
			json.writeStringProperty(LogFields.TRACE_FLAGS, trace.flags());
			json.writeBooleanProperty(LogFields.SAMPLED, trace.sampled());
		}
	}

}
