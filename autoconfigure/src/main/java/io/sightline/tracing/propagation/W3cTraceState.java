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
package io.sightline.tracing.propagation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tracestate} by the grammar of the W3C Trace Context, level 2, which allows
 * more keys than OpenTelemetry's own.
 */
final class W3cTraceState implements TraceState {

	static final int MAX_MEMBERS = 32;

	private static final int MAX_PART = 256;

	private static final int MAX_LENGTH = 512;

	private static final int LONG_MEMBER = 128;

	private final Map<String, String> members;

	private W3cTraceState(Map<String, String> members) {
		this.members = Collections.unmodifiableMap(members);
	}

	/**
	 * Reads headers. One that is not valid makes all invalid; of two members with one key
	 * the first, which is the latest, is kept.
	 * @param headers the values of all headers in their order
	 * @return the members, none if there is an error
	 */
	static TraceState parse(List<String> headers) {
		Map<String, String> members = new LinkedHashMap<>();
		int count = 0;
		for (String header : headers) {
			for (String part : header.split(",", -1)) {
				String member = Headers.trim(part);
				if (member.isEmpty()) {
					continue;
				}
				int equals = member.indexOf('=');
				if (++count > MAX_MEMBERS || equals < 0 || !isKey(member, equals) || !isValue(member, equals + 1)) {
					return TraceState.getDefault();
				}
				members.putIfAbsent(member.substring(0, equals), member.substring(equals + 1));
			}
		}
		return (members.isEmpty()) ? TraceState.getDefault() : new W3cTraceState(members);
	}

	/**
	 * Writes a header of at most 512 characters: long members go first, then the oldest.
	 * @param state the members
	 * @return the header, empty if there is none
	 */
	static String format(TraceState state) {
		List<String> members = new ArrayList<>(state.size());
		state.forEach((key, value) -> members.add(key + "=" + value));
		for (int i = members.size() - 1; i >= 0 && length(members) > MAX_LENGTH; i--) {
			if (members.get(i).length() > LONG_MEMBER) {
				members.remove(i);
			}
		}
		while (members.size() > MAX_MEMBERS || length(members) > MAX_LENGTH) {
			members.remove(members.size() - 1);
		}
		return String.join(",", members);
	}

	private static int length(List<String> members) {
		return members.stream().mapToInt((member) -> member.length() + 1).sum() - 1;
	}

	private static boolean isKey(String member, int end) {
		if (end == 0 || end > MAX_PART || !isLetterOrDigit(member.charAt(0))) {
			return false;
		}
		for (int i = 1; i < end; i++) {
			char c = member.charAt(i);
			if (!isLetterOrDigit(c) && "_-*/@".indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLetterOrDigit(char c) {
		return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
	}

	private static boolean isValue(String member, int start) {
		for (int i = start; i < member.length(); i++) {
			char c = member.charAt(i);
			if (c < ' ' || c > '~' || c == '=' || c == ',') {
				return false;
			}
		}
		return member.length() > start && member.length() - start <= MAX_PART;
	}

	@Override
	public @Nullable String get(String key) {
		return this.members.get(key);
	}

	@Override
	public int size() {
		return this.members.size();
	}

	@Override
	public boolean isEmpty() {
		return this.members.isEmpty();
	}

	@Override
	public void forEach(BiConsumer<String, String> consumer) {
		this.members.forEach(consumer);
	}

	@Override
	public Map<String, String> asMap() {
		return this.members;
	}

	@Override
	public TraceStateBuilder toBuilder() {
		return new Builder(this.members);
	}

	private static final class Builder implements TraceStateBuilder {

		private final Map<String, String> members;

		Builder(Map<String, String> members) {
			this.members = new LinkedHashMap<>(members);
		}

		@Override
		public TraceStateBuilder put(String key, String value) {
			if (isKey(key, key.length()) && isValue(value, 0)) {
				Map<String, String> others = new LinkedHashMap<>(this.members);
				others.remove(key);
				this.members.clear();
				this.members.put(key, value);
				this.members.putAll(others);
			}
			return this;
		}

		@Override
		public TraceStateBuilder remove(String key) {
			this.members.remove(key);
			return this;
		}

		@Override
		public TraceState build() {
			return new W3cTraceState(new LinkedHashMap<>(this.members));
		}

	}

}
