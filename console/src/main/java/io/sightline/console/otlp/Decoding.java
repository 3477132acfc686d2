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

package io.sightline.console.otlp;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

import org.springframework.stereotype.Component;

/**
 * Decodes bodies, a few at a time and none beyond a number of items: what is decoded is
 * many times as large as what was sent.
 */
@Component
final class Decoding {

	private static final int AT_ONCE = 4;

	private static final long PATIENCE_SECONDS = 5;

	private final Semaphore turns = new Semaphore(AT_ONCE);

	private final int maxItems;

	Decoding(ReceiverProperties properties) {
		this.maxItems = properties.maxItems();
	}

	/**
	 * Decode a body.
	 * @param signal what it has
	 * @param encoding how it is written
	 * @param body the body
	 * @return what is in it
	 * @throws RefusedException if it cannot be read, or is more than is taken at a time
	 */
	Decoded decode(Signal signal, Encoding encoding, byte[] body) throws RefusedException {
		await();
		try {
			Message.Builder message = signal.newRequest();
			encoding.read(body, message);
			return check(signal.decode(message.build()));
		}
		catch (InvalidProtocolBufferException | IllegalArgumentException ex) {
			throw new RefusedException(400, "Not an export of " + signal + ": " + ex.getMessage(), ex);
		}
		finally {
			this.turns.release();
		}
	}

	private Decoded check(Decoded decoded) throws RefusedException {
		if (decoded.batch().size() + decoded.rejected() > this.maxItems) {
			throw new RefusedException(413, "More than " + this.maxItems + " items; send less at a time");
		}
		return decoded;
	}

	private void await() throws RefusedException {
		try {
			if (this.turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new RefusedException(503, "Too much is being read");
	}

}
