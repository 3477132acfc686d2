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

package io.sightline.console.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.sightline.console.store.Series;
import org.jspecify.annotations.Nullable;

/**
 * What a service exposes about its meters, in the text format 0.0.4 or in OpenMetrics.
 * Lines that make no sense are left out and counted.
 */
final class Exposition {

	private static final int MAX_LINE = 32_768;

	private static final int MAX_TYPES = 20_000;

	private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

	private static final List<String> PARTS = List.of("_bucket", "_count", "_sum");

	private final int maxSamples;

	private final Map<String, String> types = new HashMap<>();

	private final List<Sample> samples = new ArrayList<>();

	private int malformed;

	private int left;

	private Exposition(int maxSamples) {
		this.maxSamples = maxSamples;
	}

	static Exposition parse(String text, int maxSamples) {
		Exposition exposition = new Exposition(maxSamples);
		int start = 0;
		while (start < text.length()) {
			int newline = text.indexOf('\n', start);
			int end = (newline < 0) ? text.length() : newline;
			exposition.line(text, start, (end > start && text.charAt(end - 1) == '\r') ? end - 1 : end);
			start = end + 1;
		}
		return exposition;
	}

	private void line(String text, int start, int end) {
		if (end == start) {
			return;
		}
		try {
			if (end - start > MAX_LINE) {
				throw new IllegalArgumentException("Too long");
			}
			if (text.charAt(start) == '#') {
				comment(text.substring(start, end));
			}
			else {
				sample(new LineReader(text, start, end));
			}
		}
		catch (IllegalArgumentException ex) {
			this.malformed++;
		}
	}

	private void comment(String line) {
		if (line.startsWith("# TYPE ") && this.types.size() < MAX_TYPES) {
			String[] words = line.split("[ \t]+");
			if (words.length == 4) {
				this.types.put(words[2], words[3]);
			}
		}
	}

	private void sample(LineReader line) {
		String name = line.name();
		line.skipBlanks();
		Map<String, Object> labels = line.labels();
		line.skipBlanks();
		double value = line.number();
		line.skipBlanks();
		if (!line.isAtEnd() && !line.skip('#')) {
			line.number();
			line.skipBlanks();
			if (!line.isAtEnd()) {
				line.expect('#');
			}
		}
		Sample sample = of(name, labels, value, line.isAtEnd() ? null : exemplar(line));
		if (sample == null || Double.isNaN(value)) {
			return;
		}
		if (this.samples.size() < this.maxSamples) {
			this.samples.add(sample);
		}
		else {
			this.left++;
		}
	}

	private static Sample.@Nullable Exemplar exemplar(LineReader line) {
		line.skipBlanks();
		Object trace = line.labels().get("trace_id");
		line.skipBlanks();
		double value = line.number();
		boolean known = trace instanceof String id && TRACE_ID.matcher(id).matches() && Double.isFinite(value);
		return known ? new Sample.Exemplar(String.valueOf(trace), value) : null;
	}

	private @Nullable Sample of(String name, Map<String, Object> labels, double value,
			Sample.@Nullable Exemplar exemplar) {
		for (String part : PARTS) {
			if (name.endsWith(part)) {
				String family = name.substring(0, name.length() - part.length());
				String type = this.types.getOrDefault(family, "");
				if (type.equals("histogram") || type.equals("summary")) {
					Series.Kind kind = type.equals("summary") ? Series.Kind.SUMMARY : Series.Kind.HISTOGRAM;
					return new Sample(family, name, kind, labels, value, exemplar);
				}
			}
		}
		if (name.endsWith("_created") && !this.types.containsKey(name)) {
			return null;
		}
		boolean counter = name.endsWith("_total") || "counter".equals(this.types.get(name));
		return new Sample(name, name, counter ? Series.Kind.COUNTER : Series.Kind.GAUGE, labels, value, exemplar);
	}

	List<Sample> samples() {
		return this.samples;
	}

	/**
	 * Return how many lines made no sense.
	 * @return their number
	 */
	int malformed() {
		return this.malformed;
	}

	/**
	 * Return how many values were too many.
	 * @return their number
	 */
	int left() {
		return this.left;
	}

}
