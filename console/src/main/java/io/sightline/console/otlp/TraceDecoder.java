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

package io.sightline.console.otlp;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;
import io.sightline.console.store.Batch;
import io.sightline.console.store.Origin;
import io.sightline.console.store.Span;

/**
 * Reads spans.
 */
final class TraceDecoder {

	private static final int MAX_NAME = 512;

	private static final int MAX_EVENTS = 32;

	private TraceDecoder() {
	}

	static Decoded decode(ExportTraceServiceRequest request) {
		List<Span> spans = new ArrayList<>();
		int rejected = 0;
		for (ResourceSpans resource : request.getResourceSpansList()) {
			Origin origin = Origins.of(resource.getResource());
			for (ScopeSpans scope : resource.getScopeSpansList()) {
				for (io.opentelemetry.proto.trace.v1.Span sent : scope.getSpansList()) {
					if (isValid(sent)) {
						spans.add(span(origin, sent));
					}
					else {
						rejected++;
					}
				}
			}
		}
		return new Decoded(new Batch(spans, List.of(), List.of()), rejected);
	}

	private static boolean isValid(io.opentelemetry.proto.trace.v1.Span span) {
		return !Ids.trace(span.getTraceId()).isEmpty() && !Ids.span(span.getSpanId()).isEmpty()
				&& Times.isPlausible(span.getStartTimeUnixNano());
	}

	private static Span span(Origin origin, io.opentelemetry.proto.trace.v1.Span sent) {
		long start = sent.getStartTimeUnixNano();
		return new Span(Ids.trace(sent.getTraceId()), Ids.span(sent.getSpanId()), Ids.span(sent.getParentSpanId()),
				origin, Attributes.text(sent.getName(), MAX_NAME), kind(sent), start,
				Times.between(start, sent.getEndTimeUnixNano()),
				sent.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
				Attributes.text(sent.getStatus().getMessage(), Attributes.MAX_TEXT),
				Attributes.of(sent.getAttributesList()),
				sent.getEventsList().stream().limit(MAX_EVENTS).map(TraceDecoder::event).toList());
	}

	private static Span.Event event(io.opentelemetry.proto.trace.v1.Span.Event sent) {
		return new Span.Event(Attributes.text(sent.getName(), MAX_NAME), sent.getTimeUnixNano(),
				Attributes.of(sent.getAttributesList()));
	}

	private static Span.Kind kind(io.opentelemetry.proto.trace.v1.Span span) {
		return switch (span.getKind()) {
			case SPAN_KIND_SERVER -> Span.Kind.SERVER;
			case SPAN_KIND_CLIENT -> Span.Kind.CLIENT;
			case SPAN_KIND_PRODUCER -> Span.Kind.PRODUCER;
			case SPAN_KIND_CONSUMER -> Span.Kind.CONSUMER;
			default -> Span.Kind.INTERNAL;
		};
	}

}
