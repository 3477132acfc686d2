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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.sightline.logging.CapturedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/**
 * A line while it is written: the event, what is written of it so far, and how long its
 * texts may be. Text is made safe here and nowhere else. Not safe for use by multiple
 * threads.
 */
final class Line {

	static final String FAILED = "[redaction failed]";

	private final JsonGenerator json;

	private final TextPolicy policy;

	private final List<String> names = new ArrayList<>();

	private final BoundedText text = new BoundedText(0);

	private @Nullable CapturedEvent event;

	private @Nullable SerializableString object;

	private @Nullable SerializableString open;

	private int cap;

	private long messageLength;

	private boolean messageIsCut;

	Line(JsonGenerator json, TextPolicy policy) {
		this.json = json;
		this.policy = policy;
	}

	void start(CapturedEvent event, int cap) {
		this.event = event;
		this.cap = cap;
		this.messageLength = 0;
		this.messageIsCut = false;
		this.names.clear();
		this.object = null;
		this.open = null;
		this.json.writeStartObject();
	}

	void end() {
		if (this.open != null) {
			this.json.writeEndObject();
		}
		this.json.writeEndObject();
		this.json.flush();
		this.event = null;
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
	void object(@Nullable SerializableString object) {
		this.object = object;
	}

	private void name(SerializableString name) {
		place();
		this.json.writeName(name);
	}

	private void place() {
		if (this.open != this.object) {
			if (this.open != null) {
				this.json.writeEndObject();
			}
			this.open = this.object;
			if (this.open != null) {
				this.json.writeName(this.open);
				this.json.writeStartObject();
			}
		}
	}

	void write(SerializableString name, @Nullable SerializableString value) {
		if (value != null) {
			name(name);
			this.json.writeString(value);
		}
	}

	void write(SerializableString name, @Nullable String value) {
		if (value != null) {
			String text = cut(SafeText.of(value));
			name(name);
			this.json.writeString(text);
		}
	}

	/**
	 * Writes a text that somebody else chose, as far as the policy lets it pass.
	 */
	void writePermitted(SerializableString name, @Nullable String value) {
		if (value != null) {
			write(name, permitted(value));
		}
	}

	void write(SerializableString name, long value) {
		name(name);
		this.json.writeNumber(value);
	}

	void write(SerializableString name, boolean value) {
		name(name);
		this.json.writeBoolean(value);
	}

	void write(SerializableString name, List<String> values) {
		name(name);
		this.json.writeStartArray();
		for (String value : values) {
			this.json.writeString(cut(SafeText.of(value)));
		}
		this.json.writeEndArray();
	}

	/**
	 * Writes a field that the application added.
	 * @param name the name, safe and unique
	 * @param value a copy made by {@link SafeValues}, after the policy
	 */
	void writeCustom(String name, @Nullable Object value) {
		place();
		this.json.writeName(name);
		write(value);
	}

	private void write(@Nullable Object value) {
		if (value instanceof String string) {
			this.json.writeString(cut(SafeText.of(string)));
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
			this.json.writeBoolean(bool);
		}
		else if (value instanceof BigDecimal decimal) {
			this.json.writeNumber(decimal);
		}
		else if (value instanceof BigInteger integer) {
			this.json.writeNumber(integer);
		}
		else if (value instanceof Float number) {
			this.json.writeNumber(number.floatValue());
		}
		else if (value instanceof Double number) {
			this.json.writeNumber(number.doubleValue());
		}
		else if (value instanceof Number number) {
			this.json.writeNumber(number.longValue());
		}
		else {
			this.json.writeNull();
		}
	}

	private void writeStructure(Object value) {
		if (this.cap < 1024) {
			this.json.writeString(SafeValues.CUT);
		}
		else if (value instanceof Map<?, ?> map) {
			this.json.writeStartObject();
			for (Map.Entry<?, ?> entry : map.entrySet()) {
				this.json.writeName(String.valueOf(entry.getKey()));
				write(entry.getValue());
			}
			this.json.writeEndObject();
		}
		else {
			this.json.writeStartArray();
			((List<?>) value).forEach(this::write);
			this.json.writeEndArray();
		}
	}

	private String cut(String text) {
		return (text.length() > this.cap) ? SafeText.cut(text, this.cap) + SafeValues.CUT : text;
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
			return SafeValues.copy(this.policy.value(key, value));
		}
		catch (Throwable ex) {
			return FAILED;
		}
	}

}
