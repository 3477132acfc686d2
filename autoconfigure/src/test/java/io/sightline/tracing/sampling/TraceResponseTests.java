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

package io.sightline.tracing.sampling;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceResponse}.
 */
class TraceResponseTests {

	private static final String SPAN = "-b7ad6b7169203331-";

	private final TailTracing tracing = new TailTracing();

	private final TraceResponse traceResponse = new TraceResponse(this.tracing.buffer);

	@AfterEach
	void close() {
		this.tracing.close();
	}

	@Test
	void tellsNothingWithoutTrace() {
		assertThat(this.traceResponse.value(SpanContext.getInvalid(), true)).isNull();
	}

	@Test
	void tellsWhatIsKnown() {
		SpanContext server = this.tracing.called("server").getSpanContext();
		assertThat(this.traceResponse.value(server, false))
			.isEqualTo("00-" + TailTracing.TRACE + "-" + server.getSpanId() + "-00");
		assertThat(this.traceResponse.value(server, true)).endsWith("-01");
		assertThat(new TraceResponse(null).value(server, true)).endsWith("-00");
	}

	@ParameterizedTest
	@CsvSource({ "01", "03", "ff" })
	void believesCalleeThatKeeps(String flags) {
		assertThat(isKeptAfter("00-" + TailTracing.TRACE + SPAN + flags)).isTrue();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
			"00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
			"01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x" })
	void doesNotBelieveAnythingElse(String value) {
		assertThat(isKeptAfter(value)).isFalse();
	}

	private boolean isKeptAfter(String value) {
		Span server = this.tracing.called("server");
		this.traceResponse.received(TailTracing.TRACE, value);
		server.end();
		return !this.tracing.kept.isEmpty();
	}

}
