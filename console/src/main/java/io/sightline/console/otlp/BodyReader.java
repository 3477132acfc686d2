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

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies, as they are or compressed, up to a size. What is larger is never held.
 */
final class BodyReader {

	private final int max;

	BodyReader(int max) {
		this.max = max;
	}

	byte[] read(HttpServletRequest request) throws RefusedException {
		if (request.getContentLengthLong() > this.max) {
			throw tooLarge();
		}
		byte[] body;
		try (InputStream in = decompressed(request.getInputStream(), request.getHeader("Content-Encoding"))) {
			body = in.readNBytes(this.max + 1);
		}
		catch (IOException ex) {
			throw new RefusedException(400, "The body could not be read", ex);
		}
		if (body.length > this.max) {
			throw tooLarge();
		}
		return body;
	}

	private RefusedException tooLarge() {
		return new RefusedException(413, "The body is larger than " + this.max + " bytes");
	}

	private static InputStream decompressed(InputStream body, @Nullable String encoding)
			throws IOException, RefusedException {
		String name = (encoding != null) ? encoding.strip().toLowerCase(Locale.ROOT) : "identity";
		return switch (name) {
			case "gzip" -> new GZIPInputStream(body);
			case "identity", "" -> body;
			default -> throw new RefusedException(415, "Content-Encoding is to be gzip or none");
		};
	}

}
