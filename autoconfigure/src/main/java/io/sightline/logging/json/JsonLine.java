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

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.sightline.identity.ServiceIdentity;
import io.sightline.logging.CapturedEvent;

/**
 * Encodes one event as one line of JSON, whatever is in the event: what cannot be written
 * is replaced or cut, and a line always comes out. Safe for use by multiple threads; a
 * thread reuses its buffers.
 */
public final class JsonLine {

	private static final int MIN_CAP = 16;

	private final ThreadLocal<Writer> writers = ThreadLocal.withInitial(Writer::new);

	private final LineFields fields;

	private final LastResort lastResort;

	private final TextPolicy policy;

	private final int maxLength;

	private JsonLine(LineFields fields, LastResort lastResort, TextPolicy policy, int maxLength) {
		this.fields = fields;
		this.lastResort = lastResort;
		this.policy = policy;
		this.maxLength = maxLength;
	}

	/**
	 * Creates an encoder.
	 * @param identity who writes the lines
	 * @param options how they are to look
	 * @param policy what of the application's words may be written
	 * @return the encoder
	 * @throws InvalidFieldException if the changes of fields do not give valid lines
	 */
	public static JsonLine create(ServiceIdentity identity, LineOptions options, TextPolicy policy) {
		return new JsonLine(new LineFields(options, identity, policy),
				new LastResort(FormatTable.of(options.format()), options, policy), policy, options.maxLineLength());
	}

	/**
	 * Encodes an event. Never throws.
	 * @param event the event
	 * @return the line in UTF-8, ended by a line feed
	 */
	public byte[] encode(ILoggingEvent event) {
		Writer writer = this.writers.get();
		if (writer.busy) {
			// Something that is written logs itself, from its toString().
			return encode(event, new Writer());
		}
		byte[] line = encode(event, writer);
		if (writer.broken) {
			this.writers.remove();
		}
		return line;
	}

	private byte[] encode(ILoggingEvent event, Writer writer) {
		writer.busy = true;
		try {
			CapturedEvent captured = CapturedEvent.of(event);
			int cap = Integer.MAX_VALUE;
			while (cap >= MIN_CAP) {
				writer.write(captured, cap);
				if (writer.json.size() <= this.maxLength) {
					return writer.json.toByteArray();
				}
				cap = Math.min(cap, this.maxLength) / 2;
			}
			return this.lastResort.encode(event, "the line is too long");
		}
		catch (Throwable ex) {
			writer.broken = true;
			return this.lastResort.encode(event, ex.getClass().getName());
		}
		finally {
			writer.busy = false;
		}
	}

	/**
	 * What a thread writes its lines with.
	 */
	private final class Writer {

		private final JsonBytes json = new JsonBytes();

		private final Line line = new Line(this.json, JsonLine.this.policy);

		private boolean busy;

		private boolean broken;

		void write(CapturedEvent event, int cap) {
			this.line.start(event, cap);
			JsonLine.this.fields.write(this.line);
			this.line.end();
		}

	}

}
