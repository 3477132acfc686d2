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

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.sightline.tracing.export.Reply.Outcome;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpReply}.
 */
class OtlpReplyTests {

	@Test
	void acceptsEmptyAnswer() {
		assertThat(OtlpReply.parse(new byte[0])).isEqualTo(Reply.accepted(0, ""));
	}

	@Test
	void readsPartialSuccess() {
		Reply reply = OtlpReply.parse(ExportTraceServiceResponse.newBuilder()
			.setPartialSuccess(
					ExportTracePartialSuccess.newBuilder().setRejectedSpans(70_000).setErrorMessage("too old"))
			.build()
			.toByteArray());
		assertThat(reply).isEqualTo(Reply.accepted(70_000, "too old"));
	}

	@Test
	void skipsFieldsItDoesNotKnow() {
		byte[] unknown = { 0x12, 0x02, 0x08, 0x01, 0x18, 0x05, 0x25, 1, 2, 3, 4, 0x29, 1, 2, 3, 4, 5, 6, 7, 8, 0x0a,
				0x02, 0x08, 0x07 };
		assertThat(OtlpReply.parse(unknown)).isEqualTo(Reply.accepted(7, ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{} | 0
			{"partialSuccess":{}} | 0
			{"partialSuccess":{"rejectedSpans":"3","errorMessage":"x"}} | 3
			{"partial_success": {"rejected_spans": 4}} | 4
			""")
	void readsJson(String body, long rejected) {
		assertThat(OtlpReply.parse(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Reply.accepted(rejected, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html></html>", "OK", "\u0000", "\n\u0005\b" })
	void refusesAnythingElse(String body) {
		assertThat(OtlpReply.parse(body.getBytes(StandardCharsets.UTF_8)).outcome()).isEqualTo(Outcome.REFUSED);
	}

	@Property
	void survivesAnyBytes(@ForAll byte[] body) {
		assertThat(OtlpReply.parse(body).rejected()).isNotNegative();
	}

}
