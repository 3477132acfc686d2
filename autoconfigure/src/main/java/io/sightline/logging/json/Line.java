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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line while it is written: the event, what is written of it so far, and how long its
 * texts may be. Text is made safe here and nowhere else. Not safe for use by multiple
 * threads.
 */
final class Line {

	static final String FAILED = "[redaction failed]";

	private static final byte[] TRUE = { 't', 'r', 'u', 'e' };

	private static final byte[] FALSE = { 'f', 'a', 'l', 's', 'e' };

	private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

	private final JsonBytes json;

	private final TextPolicy policy;

	private final List<String> names = new ArrayList<>();

	private final BoundedText text = new BoundedText(0);

	private @Nullable CapturedEvent event;

	private byte @Nullable [] object;

	private byte @Nullable [] open;

	private int parts;

	private int cap;

	private long messageLength;

	private boolean messageIsCut;

	Line(JsonBytes json, TextPolicy policy) {
		this.json = json;
		this.policy = policy;
	}

	void start(CapturedEvent event, int cap) {
		this.event = event;
		this.parts = LinePart.of(event);
		this.cap = cap;
		this.messageLength = 0;
		this.messageIsCut = false;
		this.names.clear();
		this.object = null;
		this.open = null;
		this.json.clear();
		this.json.start('{');
	}

	void end() {
		if (this.open != null) {
			this.json.end('}');
		}
		this.json.end('}');
		this.json.end('\n');
		this.event = null;
	}

	/**
	 * Whether the event has a part, so that there is something to say of it.
	 */
	boolean has(LinePart part) {
		return (this.parts & part.bit()) != 0;
	}

	CapturedEvent event() {
		if (this.event == null) {
			throw new IllegalStateException("No line is being written");
		}
		return this.event;
	}

	/**
	 * A text to build something in; to be used up before the next call.
	 */
	BoundedText text(int limit) {
		return this.text.clear(limit);
	}

	/**
	 * The names of what the application added so far.
	 */
	List<String> names() {
		return this.names;
	}

	long messageLength() {
		return this.messageLength;
	}

	void messageLength(long length) {
		this.messageLength = length;
	}

	boolean isMessageCut() {
		return this.messageIsCut;
	}

	void messageIsCut(boolean cut) {
		this.messageIsCut = cut || this.messageLength > this.cap;
	}

	boolean isCapped() {
		return this.cap < Integer.MAX_VALUE;
	}

	/**
	 * Says in which object the fields that follow are; it is opened when there is one.
	 */
	void object(byte @Nullable [] object) {
		this.object = object;
	}

	/**
	 * Writes fields that are encoded already, or the name of one.
	 */
	void writeFields(byte[] encoded) {
		place();
		this.json.writeFields(encoded);
	}

	private void place() {
		if (this.open != this.object) {
			if (this.open != null) {
				this.json.end('}');
			}
			this.open = this.object;
			if (this.open != null) {
				this.json.writeFields(this.open);
				this.json.start('{');
			}
		}
	}

	void writeEncoded(byte[] name, byte[] value) {
		writeFields(name);
		this.json.writeEncoded(value);
	}

	void write(byte[] name, Timestamps timestamps, Instant instant) {
		writeFields(name);
		timestamps.write(instant, this.json);
	}

	void write(byte[] name, @Nullable String value) {
		if (value != null) {
			writeFields(name);
			writeText(value);
		}
	}

	/**
	 * Writes a text that somebody else chose, as far as the policy lets it pass.
	 */
	void writePermitted(byte[] name, @Nullable String value) {
		if (value != null) {
			write(name, permitted(value));
		}
	}

	void write(byte[] name, long value) {
		writeFields(name);
		this.json.writeAscii(Long.toString(value));
	}

	void write(byte[] name, boolean value) {
		writeFields(name);
		this.json.writeEncoded(value ? TRUE : FALSE);
	}

	void write(byte[] name, List<String> values) {
		writeFields(name);
		this.json.start('[');
		for (String value : values) {
			writeText(value);
		}
		this.json.end(']');
	}

	/**
	 * Writes a field that the application added.
	 * @param name the name, unique and encoded
	 * @param value a copy made by {@link SafeValues}, after the policy
	 */
	void writeCustom(byte[] name, @Nullable Object value) {
		writeFields(name);
		write(value);
	}

	private void write(@Nullable Object value) {
		if (value instanceof String string) {
			writeText(string);
		}
		else if (value instanceof Map<?, ?> || value instanceof List<?>) {
			writeStructure(value);
		}
		else {
			writeScalar(value);
		}
	}

	private void writeScalar(@Nullable Object value) {
		if (value instanceof Boolean bool) {
			this.json.writeEncoded(bool ? TRUE : FALSE);
		}
		else if (value instanceof Number number) {
			this.json.writeAscii(number.toString());
		}
		else {
			this.json.writeEncoded(NULL);
		}
	}

	private void writeStructure(Object value) {
		if (this.cap < 1024) {
			this.json.writeString(SafeValues.CUT);
		}
		else if (value instanceof Map<?, ?> map) {
			this.json.start('{');
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				this.json.writeName(String.valueOf(entry.getKey()));
				write(entry.getValue());
			}
			this.json.end('}');
		}
		else {
			this.json.start('[');
			((List<?>) value).forEach(this::write);
			this.json.end(']');
		}
	}

	private void writeText(String text) {
		this.json.writeString((text.length() > this.cap) ? SafeText.cut(text, this.cap) + SafeValues.CUT : text);
	}

	/**
	 * Applies the policy to free text.
	 */
	String permitted(String text) {
		if (this.policy == TextPolicy.NONE) {
			return text;
		}
		try {
			return this.policy.text(text);
		}
		catch (Throwable ex) {
			return FAILED;
		}
	}

	/**
	 * Applies the policy to a value that the application added.
	 */
	@Nullable Object permitted(String key, @Nullable Object value) {
		if (this.policy == TextPolicy.NONE || value == null) {
			return value;
		}
		try {
			Object permitted = this.policy.value(key, value);
			return (permitted != value) ? SafeValues.copy(permitted) : value;
		}
		catch (Throwable ex) {
			return FAILED;
		}
	}

}
