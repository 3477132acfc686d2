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

package io.sightline.tracing.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.sightline.redaction.RedactionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Applies the policy to everything of a span that is text: its name, its attributes, the
 * attributes of events (so messages and stack traces of exceptions) and links, and what
 * its status says.
 */
final class SpanRedaction {

	private static final Set<String> URLS = Set.of("url.full", "http.url", "url.query", "http.target", "url.path",
			"uri", "db.connection_string");

	/**
	 * How much of the end of a value that was cut may be half a secret.
	 */
	private static final int LAST_WORD = 256;

	private static final String CUT = "…";

	private final RedactionPolicy policy;

	/**
	 * The length at which the SDK cuts.
	 */
	private final int limit;

	SpanRedaction(RedactionPolicy policy, int limit) {
		this.policy = policy;
		this.limit = limit;
	}

	SpanData redact(SpanData span) {
		List<EventData> events = new ArrayList<>(span.getEvents().size());
		span.getEvents().forEach((event) -> events.add(redact(event)));
		List<LinkData> links = new ArrayList<>(span.getLinks().size());
		span.getLinks().forEach((link) -> links.add(redact(link)));
		return new RedactedSpan(span, this.policy.text(span.getName()), redact(span.getAttributes()), events, links,
				redact(span.getStatus()));
	}

	private EventData redact(EventData event) {
		return EventData.create(event.getEpochNanos(), this.policy.text(event.getName()), redact(event.getAttributes()),
				event.getTotalAttributeCount());
	}

	private LinkData redact(LinkData link) {
		return LinkData.create(link.getSpanContext(), redact(link.getAttributes()), link.getTotalAttributeCount());
	}

	private StatusData redact(StatusData status) {
		String description = status.getDescription();
		return description.isEmpty() ? status
				: StatusData.create(status.getStatusCode(), this.policy.text(uncut(description)));
	}

	private Attributes redact(Attributes attributes) {
		if (attributes.isEmpty()) {
			return attributes;
		}
		AttributesBuilder redacted = Attributes.builder();
		attributes.forEach((key, value) -> put(redacted, key, value));
		return redacted.build();
	}

	private void put(AttributesBuilder redacted, AttributeKey<?> key, Object value) {
		Object result = redact(key.getKey(), value);
		if (result == value) {
			putUnchanged(redacted, key, value);
		}
		else if (result instanceof List<?> texts && key.getType() == AttributeType.STRING_ARRAY) {
			redacted.put(AttributeKey.stringArrayKey(key.getKey()), texts.stream().map(String::valueOf).toList());
		}
		else if (result != null) {
			redacted.put(key.getKey(), String.valueOf(result));
		}
	}

	@SuppressWarnings("unchecked")
	private static void putUnchanged(AttributesBuilder redacted, AttributeKey<?> key, Object value) {
		redacted.put((AttributeKey<Object>) key, value);
	}

	private @Nullable Object redact(String key, Object value) {
		if (!(value instanceof String text)) {
			return this.policy.value(key, value);
		}
		String whole = uncut(text);
		Object result = URLS.contains(key) ? this.policy.url(whole) : whole;
		return this.policy.value(key, result);
	}

	/**
	 * Takes the last word off a value that was cut: of half a secret nobody can tell that
	 * it is one.
	 */
	private String uncut(String text) {
		if (text.length() < this.limit) {
			return text;
		}
		int end = Math.max(0, text.length() - LAST_WORD);
		int last = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
		return text.substring(0, Math.max(end, last)) + CUT;
	}

}
