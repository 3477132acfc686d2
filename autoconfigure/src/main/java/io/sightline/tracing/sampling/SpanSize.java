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

package io.sightline.tracing.sampling;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Estimates what a span takes on the heap, on the high side.
 */
final class SpanSize {

	private static final int SPAN = 640;

	private static final int ATTRIBUTE = 48;

	private static final int ELEMENT = 24;

	private static final int EVENT = 96;

	private static final int LINK = 160;

	private SpanSize() {
	}

	static long of(SpanData span) {
		long size = SPAN + span.getName().length() + of(span.getAttributes());
		for (EventData event : span.getEvents()) {
			size += EVENT + event.getName().length() + of(event.getAttributes());
		}
		for (LinkData link : span.getLinks()) {
			size += LINK + of(link.getAttributes());
		}
		return size;
	}

	private static long of(Attributes attributes) {
		if (attributes.isEmpty()) {
			return 0;
		}
		long[] size = new long[1];
		attributes.forEach((key, value) -> size[0] += ATTRIBUTE + of(value));
		return size[0];
	}

	private static long of(Object value) {
		if (value instanceof String text) {
			return text.length();
		}
		if (value instanceof Iterable<?> elements) {
			long size = 0;
			for (Object element : elements) {
				size += ELEMENT + of(element);
			}
			return size;
		}
		return 0;
	}

}
