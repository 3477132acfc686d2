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

package io.sightline.tracing.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

import io.opentelemetry.sdk.common.export.MessageWriter;
import org.jspecify.annotations.Nullable;

/**
 * What an OTLP exporter does not pass on: the message it sends, and what the receiver
 * answers. Sits between the exporter and the network. Used by one thread at a time.
 */
public final class OtlpChannel {

	private @Nullable Line line;

	private String receiver = "the OTLP receiver";

	private boolean offline;

	private @Nullable Reply reply;

	private byte @Nullable [] message;

	/**
	 * Puts the channel in front of a line to a receiver.
	 */
	void connect(String address, Line to) {
		this.receiver = address;
		this.line = to;
	}

	boolean isConnected() {
		return this.line != null;
	}

	String receiver() {
		return this.receiver;
	}

	/**
	 * Keeps the next messages instead of sending them.
	 */
	void offline(boolean keep) {
		this.offline = keep;
	}

	/**
	 * Sends a message that was sent, or kept, before.
	 */
	Reply resend(byte[] bytes) {
		this.message = null;
		return transmit(new Message(bytes));
	}

	void send(MessageWriter writer) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(0, writer.getContentLength()));
		writer.writeMessage(bytes);
		byte[] written = bytes.toByteArray();
		this.message = written;
		if (!this.offline) {
			transmit(new Message(written));
		}
	}

	private Reply transmit(MessageWriter writer) {
		Reply received = Objects.requireNonNull(this.line).transmit(writer);
		this.reply = received;
		return received;
	}

	/**
	 * What became of the last message, once.
	 */
	@Nullable Reply takeReply() {
		Reply taken = this.reply;
		this.reply = null;
		return taken;
	}

	/**
	 * How many bytes the last message has, before it is compressed.
	 */
	int messageSize() {
		return (this.message != null) ? this.message.length : 0;
	}

	/**
	 * The last message, once.
	 */
	byte @Nullable [] takeMessage() {
		byte[] taken = this.message;
		this.message = null;
		return taken;
	}

	/**
	 * A line to a receiver.
	 */
	@FunctionalInterface
	interface Line {

		/**
		 * Makes one attempt, in bounded time.
		 */
		Reply transmit(MessageWriter message);

	}

	/**
	 * A message in bytes.
	 *
	 * @param bytes the bytes
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Message(byte[] bytes) implements MessageWriter {

		@Override
		public void writeMessage(OutputStream output) throws IOException {
			output.write(this.bytes);
		}

		@Override
		public int getContentLength() {
			return this.bytes.length;
		}

	}

}
