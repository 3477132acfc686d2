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

package io.sightline.samples.demo.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Prometheus text format, as far as the demo needs it: samples with their
 * labels; comments, time stamps and exemplars are passed over.
 */
final class ScrapeParser {

	private final String line;

	private int position;

	private ScrapeParser(String line) {
		this.line = line;
	}

	static List<Sample> parse(String text) {
		List<Sample> samples = new ArrayList<>();
		text.lines()
			.filter((line) -> !line.isBlank() && line.charAt(0) != '#')
			.forEach((line) -> samples.add(new ScrapeParser(line).sample()));
		return samples;
	}

	private Sample sample() {
		String name = upTo("{ ");
		Map<String, String> labels = new HashMap<>();
		if (next() == '{') {
			this.position++;
			while (next() != '}') {
				label(labels);
			}
			this.position++;
		}
		String value = this.line.substring(this.position).strip().split(" ", 2)[0];
		return new Sample(new Sample.Series(name, labels), number(value));
	}

	private void label(Map<String, String> labels) {
		String key = upTo("=");
		this.position += 2;
		StringBuilder value = new StringBuilder();
		while (next() != '"') {
			value.append((next() == '\\') ? escaped() : next());
			this.position++;
		}
		this.position++;
		if (next() == ',') {
			this.position++;
		}
		labels.put(key, value.toString());
	}

	private char escaped() {
		this.position++;
		return (next() == 'n') ? '\n' : next();
	}

	private String upTo(String stops) {
		int start = this.position;
		while (stops.indexOf(next()) < 0) {
			this.position++;
		}
		return this.line.substring(start, this.position);
	}

	private char next() {
		if (this.position >= this.line.length()) {
			throw new IllegalArgumentException("Not a sample: " + this.line);
		}
		return this.line.charAt(this.position);
	}

	private static double number(String value) {
		return switch (value) {
			case "+Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(value);
		};
	}

}
