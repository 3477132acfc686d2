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

package io.sightline.slo.dashboard;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes maps, lists, texts, numbers and truth values, indented.
 */
final class Json {

	/**
	 * Stands for null, which maps and lists here do not hold.
	 */
	static final Object NULL = new Object();

	private static final String STEP = "  ";

	private final StringBuilder text = new StringBuilder();

	private Json() {
	}

	static String write(Object value) {
		Json json = new Json();
		json.append(value, "\n");
		return json.text.append('\n').toString();
	}

	private void append(Object value, String indent) {
		if (value instanceof Map<?, ?> map) {
			block('{', '}', map.entrySet(), indent, (entry) -> {
				quote(String.valueOf(entry.getKey()));
				this.text.append(": ");
				append(entry.getValue(), indent + STEP);
			});
		}
		else if (value instanceof List<?> list) {
			block('[', ']', list, indent, (element) -> append(element, indent + STEP));
		}
		else if (value instanceof String string) {
			quote(string);
		}
		else {
			this.text.append((value != NULL) ? value : "null");
		}
	}

	private <T> void block(char open, char close, Iterable<T> elements, String indent, Consumer<T> writer) {
		this.text.append(open);
		Iterator<T> remaining = elements.iterator();
		boolean empty = !remaining.hasNext();
		while (remaining.hasNext()) {
			this.text.append(indent).append(STEP);
			writer.accept(remaining.next());
			this.text.append(remaining.hasNext() ? "," : "");
		}
		this.text.append(empty ? "" : indent).append(close);
	}

	private void quote(String string) {
		this.text.append('"');
		string.chars().forEach((character) -> {
			switch (character) {
				case '"' -> this.text.append("\\\"");
				case '\\' -> this.text.append("\\\\");
				case '\n' -> this.text.append("\\n");
				default -> this.text
					.append((character < ' ') ? "\\u%04x".formatted(character) : String.valueOf((char) character));
			}
		});
		this.text.append('"');
	}

}
