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

package io.sightline.logging.json;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Puts arguments into the places of a message, marked by <code>{}</code>. The result is
 * SLF4J's; but what a hostile argument throws is neither thrown nor printed, and of a
 * long result no more is built than is asked for.
 */
public final class MessageFormat {

	private static final String PLACE = "{}";

	private static final int MAX_DEPTH = 50;

	private static final int MAX_RENDERED = 1024 * 1024;

	private MessageFormat() {
	}

	/**
	 * Formats a message.
	 * @param pattern the message with its places
	 * @param arguments the arguments
	 * @param limit the longest result, in characters
	 * @return the message, cut to the limit
	 */
	public static String format(@Nullable String pattern, @Nullable Object @Nullable [] arguments, int limit) {
		BoundedText text = new BoundedText(limit);
		format(pattern, arguments, text);
		return text.toString();
	}

	/**
	 * Renders the message of an event that another thread will write, before its
	 * arguments can change. To be called by the thread that logs, in place of
	 * {@code prepareForDeferredProcessing()}.
	 * @param event the event
	 */
	public static void render(CapturedEvent event) {
		event.getThreadName();
		event.getMDCPropertyMap();
		String pattern = String.valueOf(event.getMessage());
		@Nullable Object @Nullable [] arguments = event.getArgumentArray();
		if (arguments == null || arguments.length == 0) {
			event.rendered(SafeText.cut(pattern, MAX_RENDERED), pattern.length());
		}
		else {
			BoundedText text = new BoundedText(MAX_RENDERED);
			format(pattern, arguments, text);
			event.rendered(text.toString(), text.length());
		}
	}

	static void format(@Nullable String pattern, @Nullable Object @Nullable [] arguments, BoundedText text) {
		if (pattern == null || arguments == null) {
			text.append(String.valueOf(pattern));
			return;
		}
		int position = 0;
		int argument = 0;
		while (argument < arguments.length) {
			int place = pattern.indexOf(PLACE, position);
			if (place < 0) {
				break;
			}
			if (isEscaped(pattern, place) && !isEscaped(pattern, place - 1)) {
				text.append(pattern, position, place - 1).append('{');
				position = place + 1;
				continue;
			}
			text.append(pattern, position, isEscaped(pattern, place) ? place - 1 : place);
			append(text, arguments[argument++], null);
			position = place + PLACE.length();
		}
		text.append(pattern, position, pattern.length());
	}

	private static boolean isEscaped(String pattern, int index) {
		return index > 0 && pattern.charAt(index - 1) == '\\';
	}

	private static void append(BoundedText text, @Nullable Object argument, @Nullable List<Object> outer) {
		if (argument == null || !argument.getClass().isArray()) {
			text.append((argument instanceof String string) ? string : SafeValues.describe(argument));
			return;
		}
		List<Object> path = (outer != null) ? outer : new ArrayList<>();
		text.append('[');
		if (path.size() == MAX_DEPTH || contains(path, argument)) {
			text.append(SafeValues.CUT);
		}
		else {
			path.add(argument);
			appendElements(text, argument, path);
			path.remove(path.size() - 1);
		}
		text.append(']');
	}

	private static void appendElements(BoundedText text, Object array, List<Object> path) {
		int length = Array.getLength(array);
		for (int i = 0; i < length && !text.isCut(); i++) {
			if (i > 0) {
				text.append(", ");
			}
			append(text, Array.get(array, i), path);
		}
	}

	private static boolean contains(List<Object> path, Object array) {
		for (Object element : path) {
			if (element == array) {
				return true;
			}
		}
		return false;
	}

}
