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

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one line of an exposition from left to right. It does not look back, so what is
 * hostile takes no longer than what is not.
 */
final class LineReader {

	static final int MAX_LABELS = 64;

	static final int MAX_TEXT = 1024;

	private static final int MAX_NUMBER = 40;

	private final String text;

	private final int end;

	private int at;

	LineReader(String text, int start, int end) {
		this.text = text;
		this.at = start;
		this.end = end;
	}

	boolean isAtEnd() {
		return this.at >= this.end;
	}

	void skipBlanks() {
		while (!isAtEnd() && (peek() == ' ' || peek() == '\t')) {
			this.at++;
		}
	}

	boolean skip(char expected) {
		if (!isAtEnd() && peek() == expected) {
			this.at++;
			return true;
		}
		return false;
	}

	void expect(char expected) {
		if (!skip(expected)) {
			throw new IllegalArgumentException("No " + expected);
		}
	}

	String name() {
		int start = this.at;
		while (!isAtEnd() && isPartOfName(peek())) {
			this.at++;
		}
		int length = this.at - start;
		if (length == 0 || length > MAX_TEXT || Character.isDigit(this.text.charAt(start))) {
			throw new IllegalArgumentException("No name");
		}
		return this.text.substring(start, this.at);
	}

	private static boolean isPartOfName(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
	}

	Map<String, Object> labels() {
		Map<String, Object> labels = new LinkedHashMap<>();
		if (!skip('{')) {
			return labels;
		}
		skipBlanks();
		while (!skip('}')) {
			String name = name();
			skipBlanks();
			expect('=');
			skipBlanks();
			if (labels.size() == MAX_LABELS || labels.put(name, quoted()) != null) {
				throw new IllegalArgumentException("Too many labels, or one twice");
			}
			skipBlanks();
			if (!skip(',') && (isAtEnd() || peek() != '}')) {
				throw new IllegalArgumentException("No end of the labels");
			}
			skipBlanks();
		}
		return labels;
	}

	private String quoted() {
		expect('"');
		StringBuilder value = new StringBuilder();
		while (!skip('"')) {
			if (isAtEnd() || value.length() == MAX_TEXT) {
				throw new IllegalArgumentException("No end of the value");
			}
			char c = this.text.charAt(this.at++);
			if (c == '\\' && !isAtEnd()) {
				char escaped = this.text.charAt(this.at++);
				c = (escaped == 'n') ? '\n' : escaped;
			}
			value.append((c == '\0') ? '\uFFFD' : c);
		}
		return value.toString();
	}

	double number() {
		String token = token();
		return switch (token) {
			case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			case "NaN" -> Double.NaN;
			default -> {
				if (!token.chars().allMatch((c) -> "+-.eE0123456789".indexOf(c) >= 0)) {
					throw new NumberFormatException("No number");
				}
				yield Double.parseDouble(token);
			}
		};
	}

	private String token() {
		int start = this.at;
		while (!isAtEnd() && peek() != ' ' && peek() != '\t') {
			this.at++;
		}
		if (this.at == start || this.at - start > MAX_NUMBER) {
			throw new IllegalArgumentException("No value");
		}
		return this.text.substring(start, this.at);
	}

	private char peek() {
		return this.text.charAt(this.at);
	}

}
