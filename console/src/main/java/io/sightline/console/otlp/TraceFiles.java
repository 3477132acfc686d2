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

import java.util.List;

import io.sightline.console.store.Batch;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Reads files with traces and their log lines: OTLP's JSON, within the bounds of what is
 * sent.
 */
@Component
public final class TraceFiles {

	/** What errors are about. */
	public static final String FIELD = "body";

	private final BodyReader bodies;

	private final Decoding decoding;

	TraceFiles(ReceiverProperties properties, Decoding decoding) {
		this.bodies = new BodyReader((int) properties.maxBody().toBytes());
		this.decoding = decoding;
	}

	/**
	 * Read a file.
	 * @param request a request whose body it is
	 * @return what it has
	 */
	public TraceFile read(HttpServletRequest request) {
		try {
			if (Encoding.of(request.getContentType()) != Encoding.JSON) {
				throw new RefusedException(415, "Content-Type is to be application/json");
			}
			byte[] body = this.bodies.read(request);
			Decoded spans = this.decoding.decode(Signal.TRACES, Encoding.JSON, body);
			Decoded lines = this.decoding.decode(Signal.LOGS, Encoding.JSON, body);
			return new TraceFile(new Batch(spans.batch().spans(), lines.batch().logs(), List.of()),
					spans.rejected() + lines.rejected(), body.length);
		}
		catch (RefusedException ex) {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(ex.status()),
					String.valueOf(ex.getMessage()));
			problem.setProperty("field", FIELD);
			throw new ErrorResponseException(HttpStatus.valueOf(ex.status()), problem, ex);
		}
	}

}
