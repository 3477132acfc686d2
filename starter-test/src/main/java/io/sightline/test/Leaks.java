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

package io.sightline.test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Tag;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Looks for values that must not leave in everything that left.
 */
final class Leaks {

	private static final int AROUND = 40;

	private final List<Pattern> patterns = new ArrayList<>();

	private final List<String> found = new ArrayList<>();

	private int places;

	Leaks(String... secrets) {
		if (secrets.length == 0) {
			throw new IllegalArgumentException("Name at least one secret to look for");
		}
		for (String secret : secrets) {
			this.patterns.add(pattern(secret));
		}
	}

	private static Pattern pattern(String secret) {
		if (secret.isBlank()) {
			throw new IllegalArgumentException("A secret to look for must not be empty");
		}
		Set<String> forms = new LinkedHashSet<>(List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
				Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
		String any = forms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
		return Pattern.compile(secret.matches("\\d{6,}") ? any + "|" + String.join("[ .-]?", secret.split("")) : any);
	}

	/**
	 * How many texts have been looked into.
	 */
	int places() {
		return this.places;
	}

	List<String> in(TestRun run) {
		List<SpanData> spans = new ArrayList<>(run.spans());
		spans.addAll(run.straySpans());
		spans.forEach(this::lookInto);
		for (LogLine line : run.lines()) {
			line.texts().forEach((text) -> look("log line", text));
			line.fields().forEach((name, value) -> look("field '" + name + "' of a log line", value.toString()));
		}
		for (Recording recording : run.recordings()) {
			for (Tag tag : recording.meter().getTagsAsIterable()) {
				look("tag '" + tag.getKey() + "' of the meter '" + recording.meter().getName() + "'", tag.getValue());
			}
		}
		return this.found;
	}

	private void lookInto(SpanData span) {
		String of = " of the span '" + span.getName() + "'";
		look("name of a span", span.getName());
		look("status" + of, span.getStatus().getDescription());
		lookInto("attribute", of, span.getAttributes());
		lookInto("resource attribute", of, span.getResource().getAttributes());
		span.getEvents().forEach((event) -> {
			look("event" + of, event.getName());
			lookInto("event attribute", of, event.getAttributes());
		});
		span.getLinks().forEach((link) -> lookInto("link attribute", of, link.getAttributes()));
	}

	private void lookInto(String what, String of, Attributes attributes) {
		attributes.forEach((key, value) -> look(what + " '" + key.getKey() + "'" + of, value.toString()));
	}

	private void look(String place, String text) {
		this.places++;
		for (Pattern pattern : this.patterns) {
			Matcher matcher = pattern.matcher(text);
			if (matcher.find()) {
				int from = Math.max(0, matcher.start() - AROUND);
				int to = Math.min(text.length(), matcher.end() + AROUND);
				this.found.add(place + ": " + text.substring(from, to));
			}
		}
	}

}
