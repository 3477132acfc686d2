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

import io.sightline.console.store.TelemetryStore;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes exports over OTLP/HTTP.
 */
@RestController
final class Receiver {

	private static final String INVALID = "Without a valid id or time";

	private final TelemetryStore store;

	private final ReceiverLedger ledger;

	private final BodyReader bodies;

	private final Decoding decoding;

	Receiver(TelemetryStore store, ReceiverLedger ledger, ReceiverProperties properties, Decoding decoding) {
		this.store = store;
		this.ledger = ledger;
		this.bodies = new BodyReader((int) properties.maxBody().toBytes());
		this.decoding = decoding;
	}

	@PostMapping("/v1/traces")
	ResponseEntity<byte[]> traces(HttpServletRequest request) {
		return receive(Signal.TRACES, request);
	}

	@PostMapping("/v1/logs")
	ResponseEntity<byte[]> logs(HttpServletRequest request) {
		return receive(Signal.LOGS, request);
	}

	@PostMapping("/v1/metrics")
	ResponseEntity<byte[]> metrics(HttpServletRequest request) {
		return receive(Signal.METRICS, request);
	}

	private ResponseEntity<byte[]> receive(Signal signal, HttpServletRequest request) {
		Encoding encoding = Encoding.PROTOBUF;
		try {
			encoding = Encoding.of(request.getContentType());
			byte[] body = this.bodies.read(request);
			Decoded decoded = this.decoding.decode(signal, encoding, body);
			if (!this.store.offer(decoded.batch(), body.length)) {
				throw new RefusedException(503, "Too much waits to be written");
			}
			this.ledger.accepted(decoded.batch().size(), decoded.rejected());
			return ResponseEntity.ok()
				.contentType(encoding.type())
				.body(encoding.accepted(signal, decoded.rejected(), INVALID));
		}
		catch (RefusedException ex) {
			this.ledger.refused(ex.status());
			return refusal(ex, encoding);
		}
	}

	private static ResponseEntity<byte[]> refusal(RefusedException ex, Encoding encoding) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(ex.status());
		if (ex.status() == 503) {
			response.header(HttpHeaders.RETRY_AFTER, "1");
		}
		MediaType type = encoding.type();
		return response.contentType(type).body(encoding.refused(String.valueOf(ex.getMessage())));
	}

}
