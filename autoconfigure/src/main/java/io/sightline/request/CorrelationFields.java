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

package io.sightline.request;

import java.util.function.BiConsumer;

import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import org.jspecify.annotations.Nullable;

/**
 * The fields that tie the body of an error to what was recorded of its request.
 */
public final class CorrelationFields {

	private CorrelationFields() {
	}

	/**
	 * Tells the fields of a request.
	 * @param request the request, {@code null} outside of one
	 * @param consumer told names and values
	 */
	public static void of(@Nullable RequestContext request, BiConsumer<String, String> consumer) {
		if (request == null) {
			return;
		}
		TraceIds trace = request.trace();
		if (trace != null) {
			consumer.accept("trace_id", trace.traceId());
		}
		consumer.accept("request_id", request.requestId());
	}

}
