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

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a receiver of OTLP answers to an export: nothing, or how many spans it
 * refused and why. In protobuf, of which it needs one nested message, or in JSON, which
 * some receivers answer whatever they were asked in.
 */
final class OtlpReply {

	private static final int PARTIAL_SUCCESS = 1;

	private static final int REJECTED_SPANS = 1;

	private static final int ERROR_MESSAGE = 2;

	private static final int REASON_LENGTH = 256;

	private static final Pattern REJECTED = Pattern.compile("\"rejected_?[sS]pans\"\\s{0,9}:\\s{0,9}\"?(\\d{1,18})");

	private long rejected;

	private String reason = "";

	private OtlpReply() {
	}

	static Reply parse(byte[] body) {
		OtlpReply reply = new OtlpReply();
		if (body.length > 0 && body[0] == '{') {
			return json(new String(body, StandardCharsets.UTF_8));
		}
		try {
			reply.readResponse(new Protobuf(body, 0, body.length));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return Reply.refused("the answer is not one of an OTLP receiver");
		}
		return Reply.accepted(reply.rejected, reply.reason);
	}

	private static Reply json(String body) {
		Matcher matcher = REJECTED.matcher(body);
		return Reply.accepted(matcher.find() ? Long.parseLong(matcher.group(1)) : 0, "");
	}

	private void readResponse(Protobuf message) {
		while (message.next()) {
			if (message.field() == PARTIAL_SUCCESS && message.isMessage()) {
				readPartialSuccess(message.message());
			}
			else {
				message.skip();
			}
		}
	}

	private void readPartialSuccess(Protobuf message) {
		while (message.next()) {
			if (message.field() == REJECTED_SPANS && !message.isMessage()) {
				this.rejected = Math.max(0, message.number());
			}
			else if (message.field() == ERROR_MESSAGE && message.isMessage()) {
				String text = message.text();
				this.reason = text.substring(0, Math.min(text.length(), REASON_LENGTH));
			}
			else {
				message.skip();
			}
		}
	}

}
