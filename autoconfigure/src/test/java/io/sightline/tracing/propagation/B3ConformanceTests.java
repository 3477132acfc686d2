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

package io.sightline.tracing.propagation;

import java.util.stream.Stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * B3: what a service understands of each form, and what it sends on.
 */
class B3ConformanceTests {

	private static final String TRACE = "80f198ee56343ba864fe8b2a57d3eff7";

	private static final String SPAN = "e457b5a2e4d86bd1";

	private static final String[] IDS = { "X-B3-TraceId:" + TRACE, "X-B3-SpanId:" + SPAN };

	private final B3Propagator single = new B3Propagator(true);

	private final B3Propagator multi = new B3Propagator(false);

	@ParameterizedTest(name = "{0}: {3}")
	@MethodSource
	void understands(String section, String traceId, String decision, String... headers) {
		for (B3Propagator propagator : new B3Propagator[] { this.single, this.multi }) {
			Span span = extract(propagator, headers);
			assertThat(span.getSpanContext().getTraceId()).isEqualTo(traceId);
			assertThat(decision(span)).isEqualTo(decision);
		}
	}

	static Stream<Arguments> understands() {
		String ids = TRACE + "-" + SPAN;
		return Stream.of(header("single, accept", TRACE, "sampled", ids + "-1"),
				header("single, accept with parent", TRACE, "sampled", ids + "-1-05e3ac9a4f6e3b90"),
				header("single, deny", TRACE, "unsampled", ids + "-0"),
				header("single, debug", TRACE, "sampled", ids + "-d"), header("single, defer", TRACE, "DEFER", ids),
				header("single, 64 bits", "0".repeat(16) + SPAN, "sampled", SPAN + "-" + SPAN + "-1"),
				header("single, deny alone", "0".repeat(32), "DENY", "0"),
				header("single, accept alone", "0".repeat(32), "ACCEPT", "1"),
				header("single, debug alone", "0".repeat(32), "ACCEPT", "d"),
				multi("multi, accept", TRACE, "sampled", "X-B3-Sampled:1"),
				multi("multi, accept with parent", TRACE, "sampled", "X-B3-Sampled:1",
						"X-B3-ParentSpanId:05e3ac9a4f6e3b90"),
				multi("multi, deny", TRACE, "unsampled", "X-B3-Sampled:0"),
				multi("multi, debug", TRACE, "sampled", "X-B3-Flags:1"),
				multi("multi, debug wins", TRACE, "sampled", "X-B3-Flags:1", "X-B3-Sampled:0"),
				multi("multi, defer", TRACE, "DEFER"),
				multi("multi, accept as word", TRACE, "sampled", "X-B3-Sampled:true"),
				multi("multi, deny as word", TRACE, "unsampled", "X-B3-Sampled:false"),
				Arguments.of("multi, deny alone", "0".repeat(32), "DENY", new String[] { "X-B3-Sampled:0" }),
				Arguments.of("multi, debug alone", "0".repeat(32), "ACCEPT", new String[] { "X-B3-Flags:1" }),
				Arguments.of("single before multi", TRACE, "unsampled",
						new String[] { "b3:" + ids + "-0", "X-B3-TraceId:" + SPAN, "X-B3-SpanId:" + SPAN }));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2", "x", "-", "80f198ee56343ba864fe8b2a57d3eff7", "80f198ee56343ba864fe8b2a57d3eff7-",
			"80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-2", "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd-1",
			"80F198EE56343BA864FE8B2A57D3EFF7-e457b5a2e4d86bd1-1",
			"80f198ee56343ba864fe8b2a57d3eff7-0000000000000000-1",
			"00000000000000000000000000000000-e457b5a2e4d86bd1-1",
			"80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1-x",
			"80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1-05e3ac9a4f6e3b90-1" })
	void ignoresWhatIsNotB3(String header) {
		Context context = this.single.extract(Context.root(), Carrier.of("b3:" + header), Carrier.GETTER);
		assertThat(context).isSameAs(Context.root());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "0", "d" })
	void sendsOneHeader(String state) {
		String header = TRACE + "-" + SPAN + "-" + state;
		assertThat(pass(this.single, "b3:" + header).get("b3")).isEqualTo(header);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-B3-Sampled:1", "X-B3-Sampled:0", "X-B3-Flags:1" })
	void sendsSeveralHeaders(String state) {
		Carrier sent = pass(this.multi, IDS[0], IDS[1], state);
		assertThat(sent.get("X-B3-TraceId")).isEqualTo(TRACE);
		assertThat(sent.get("X-B3-SpanId")).isEqualTo(SPAN);
		assertThat(sent.get(state.substring(0, state.indexOf(':')))).isEqualTo(state.substring(state.length() - 1));
	}

	private static Span extract(B3Propagator propagator, String... headers) {
		return Span.fromContext(propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER));
	}

	private static Carrier pass(B3Propagator propagator, String... headers) {
		Carrier out = Carrier.of();
		Context context = propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER);
		propagator.inject(context, out, (@Nullable Carrier carrier, String name, String value) -> out.set(name, value));
		return out;
	}

	private static String decision(Span span) {
		if (span instanceof RemoteSpan remote) {
			return remote.decision().name();
		}
		return (span.getSpanContext().isSampled()) ? "sampled" : "unsampled";
	}

	private static Arguments header(String section, String traceId, String decision, String header) {
		return Arguments.of(section, traceId, decision, new String[] { "b3:" + header });
	}

	private static Arguments multi(String section, String traceId, String decision, String... headers) {
		return Arguments.of(section, traceId, decision,
				Stream.concat(Stream.of(IDS), Stream.of(headers)).toArray(String[]::new));
	}

}
