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

import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.sightline.pressure.Detail;
import io.sightline.pressure.Pressure;

/**
 * Leaves out of spans, under pressure, what is not needed to know what they are about.
 * Spans that failed are left whole. The numbers of attributes and events that there were
 * stay, so that a receiver knows that some are missing.
 */
public final class SpanDetail {

	/**
	 * In the words of OpenTelemetry's semantic conventions, and of Micrometer's.
	 */
	private static final Set<String> ESSENTIAL = Set.of("http.request.method", "http.response.status_code",
			"http.route", "error.type", "server.address", "server.port", "url.path", "db.system.name",
			"db.query.summary", "messaging.system", "messaging.destination.name", "messaging.operation.name",
			"service.peer.name", "peer.service", "method", "uri", "status", "outcome", "exception", "client.name",
			PartialSpan.PARTIAL.getKey());

	private static final String EXCEPTION = "exception";

	private final Pressure pressure;

	/**
	 * Creates a reduction.
	 * @param pressure knows whether detail is to be left out, and counts it
	 */
	public SpanDetail(Pressure pressure) {
		this.pressure = pressure;
	}

	/**
	 * What is to be told of a span.
	 * @param span the span
	 * @return the span, or what is essential of it
	 */
	public SpanData reduce(SpanData span) {
		if (!this.pressure.isHigh() || isFailed(span)) {
			return span;
		}
		Attributes attributes = essential(span.getAttributes());
		this.pressure.shed(Detail.SPAN_ATTRIBUTES, span.getAttributes().size() - attributes.size());
		this.pressure.shed(Detail.SPAN_EVENTS, span.getEvents().size());
		return new ReducedSpan(span, attributes);
	}

	private static boolean isFailed(SpanData span) {
		return span.getStatus().getStatusCode() == StatusCode.ERROR
				|| span.getEvents().stream().anyMatch((event) -> EXCEPTION.equals(event.getName()));
	}

	private static Attributes essential(Attributes attributes) {
		AttributesBuilder essential = Attributes.builder();
		attributes.forEach((key, value) -> {
			if (ESSENTIAL.contains(key.getKey())) {
				put(essential, key, value);
			}
		});
		return essential.build();
	}

	@SuppressWarnings("unchecked")
	private static void put(AttributesBuilder attributes, AttributeKey<?> key, Object value) {
		attributes.put((AttributeKey<Object>) key, value);
	}

}
