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

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * W3C Trace Context, level 2: what a service does that gets a header and sends one on.
 * Each case names the section it comes from.
 */
class W3cConformanceTests {

	private static final String TRACE = "12345678901234567890123456789012";

	private static final String PARENT = "00-" + TRACE + "-1234567890123456-01";

	private final W3cPropagator propagator = new W3cPropagator();

	private final SdkTracerProvider provider = SdkTracerProvider.builder().build();

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void restartsTrace(String section, String... headers) {
		assertThat(extract(headers).isValid()).isFalse();
	}

	static Stream<Arguments> restartsTrace() {
		return Stream.of(invalid("2.3 no traceparent"), invalid("3.3 tracestate alone", "tracestate:foo=1"),
				invalid("3.2 traceparent twice", "traceparent:" + PARENT, "traceparent:" + PARENT),
				invalid("3.2 traceparent in one line twice", "traceparent:" + PARENT + "," + PARENT),
				invalid("3.2.1 wrong name", "trace-parent:" + PARENT),
				invalid("3.2.1 wrong name", "trace.parent:" + PARENT),
				invalid("3.2.2 version 00 has four fields", parent(PARENT + ".")),
				invalid("3.2.2 version 00 has four fields", parent(PARENT + "-what-the-future-will-be-like")),
				invalid("3.2.2.1 version ff", parent("ff" + PARENT.substring(2))),
				invalid("3.2.2.1 version characters", parent(".0" + PARENT.substring(2))),
				invalid("3.2.2.1 version characters", parent("0." + PARENT.substring(2))),
				invalid("3.2.2.1 version case", parent("CC" + PARENT.substring(2))),
				invalid("3.2.2.1 version too long", parent("0" + PARENT)),
				invalid("3.2.2.1 version too short", parent(PARENT.substring(1))),
				invalid("3.2.2.3 trace-id zero", parent("00-" + "0".repeat(32) + "-1234567890123456-01")),
				invalid("3.2.2.3 trace-id characters", parent("00-." + TRACE.substring(1) + "-1234567890123456-01")),
				invalid("3.2.2.3 trace-id case", parent("00-A" + TRACE.substring(1) + "-1234567890123456-01")),
				invalid("3.2.2.3 trace-id too long", parent("00-" + TRACE + "3-1234567890123456-01")),
				invalid("3.2.2.3 trace-id too short", parent("00-" + TRACE.substring(1) + "-1234567890123456-01")),
				invalid("3.2.2.4 parent-id zero", parent("00-" + TRACE + "-0000000000000000-01")),
				invalid("3.2.2.4 parent-id characters", parent("00-" + TRACE + "-.234567890123456-01")),
				invalid("3.2.2.4 parent-id characters", parent("00-" + TRACE + "-123456789012345.-01")),
				invalid("3.2.2.4 parent-id too long", parent("00-" + TRACE + "-12345678901234567-01")),
				invalid("3.2.2.4 parent-id too short", parent("00-" + TRACE + "-123456789012345-01")),
				invalid("3.2.2.5 trace-flags characters", parent("00-" + TRACE + "-1234567890123456-.0")),
				invalid("3.2.2.5 trace-flags characters", parent("00-" + TRACE + "-1234567890123456-0.")),
				invalid("3.2.2.5 trace-flags too long", parent("00-" + TRACE + "-1234567890123456-001")),
				invalid("3.2.2.5 trace-flags too short", parent("00-" + TRACE + "-1234567890123456-1")),
				invalid("3.2.4 later version, field not separated", parent("cc" + PARENT.substring(2) + ".what")));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void continuesTrace(String section, String... headers) {
		assertThat(extract(headers).getTraceId()).isEqualTo(TRACE);
		assertThat(extract(headers).isRemote()).isTrue();
	}

	static Stream<Arguments> continuesTrace() {
		return Stream.of(invalid("3.2 traceparent", parent(PARENT)), invalid("3.2.1 any case", "TraceParent:" + PARENT),
				invalid("3.2.1 any case", "TRACEPARENT:" + PARENT), invalid("3.2 blanks around", parent(" " + PARENT)),
				invalid("3.2 blanks around", parent("\t" + PARENT + " \t")),
				invalid("3.2.4 later version", parent("cc" + PARENT.substring(2))),
				invalid("3.2.4 later version with a field", parent("cc" + PARENT.substring(2) + "-what-the-future")),
				invalid("3.2.2.5 unknown flags", parent("00-" + TRACE + "-1234567890123456-ff")),
				invalid("3.3 empty tracestate", parent(PARENT), "tracestate:"),
				invalid("3.3 tracestate with an error", parent(PARENT), "tracestate:FOO=1"));
	}

	@ParameterizedTest(name = "3.2.2.5, 4.3 flags {0} go on as {1}")
	@MethodSource
	void keepsKnownFlags(String in, String out) {
		Carrier carrier = pass(parent("00-" + TRACE + "-1234567890123456-" + in));
		assertThat(carrier.get("traceparent")).isEqualTo("00-" + TRACE + "-1234567890123456-" + out);
	}

	static Stream<Arguments> keepsKnownFlags() {
		return Stream.of(Arguments.of("00", "00"), Arguments.of("01", "01"), Arguments.of("02", "02"),
				Arguments.of("03", "03"), Arguments.of("ff", "03"), Arguments.of("08", "00"));
	}

	@Test
	void sendsVersionItKnows() {
		assertThat(pass(parent("cc" + PARENT.substring(2) + "-more")).get("traceparent")).isEqualTo(PARENT);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void passesTraceStateOn(String section, String expected, String... headers) {
		assertThat(pass(headers).get("tracestate")).isEqualTo(expected);
	}

	static Stream<Arguments> passesTraceStateOn() {
		String key = "abcdefghijklmnopqrstuvwxyz0123456789_-*/";
		String value = IntStream.rangeClosed(0x20, 0x7e)
			.filter((c) -> c != ',' && c != '=')
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		String most = members(32);
		return Stream.of(state("3.3.1 one header", "foo=1,bar=2", "foo=1,bar=2"),
				state("3.3.1.1 several headers", "foo=1,bar=2,rojo=1,baz=3", "foo=1,bar=2", "rojo=1", "baz=3"),
				state("3.3.1.1 empty header", "foo=1", "foo=1", ""),
				state("3.3.1.1 empty header", "foo=1", "", "foo=1"),
				state("3.3.1.2 empty members", "foo=1,bar=2", "foo=1,,bar=2, ,"),
				state("3.3.1.2 blanks around", "foo=1,bar=2,baz=3", "foo=1 \t , \t bar=2, \t baz=3"),
				state("3.3.1.2 blanks around", "foo=1", " \tfoo=1\t "),
				state("3.3.1.3 all characters", key + "=" + value, key + "=" + value),
				state("3.3.1.3.1 level 2 keys", "1a=1,foo@=2,f@o@o=3", "1a=1,foo@=2,f@o@o=3"),
				state("3.3.1.3.1 longest key", "z".repeat(256) + "=1", "z".repeat(256) + "=1"),
				state("3.3.1.3.2 longest value", "a=" + "1".repeat(256), "a=" + "1".repeat(256)),
				state("3.3.1.3 duplicate key", "foo=1", "foo=1,foo=1"),
				state("3.3.1.3 duplicate key", "foo=1", "foo=1,foo=2"),
				state("3.3.1.3 duplicate key", "foo=1", "foo=1", "foo=2"), state("3.3.1.2 32 members", most, most));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void dropsWholeTraceState(String section, String... headers) {
		assertThat(pass(headers).get("tracestate")).isNull();
	}

	static Stream<Arguments> dropsWholeTraceState() {
		return Stream.of(dropped("3.3.1.2 33 members", members(33)),
				dropped("3.3.1.2 33 members in two headers", members(32), "z=1"),
				dropped("3.3.1.3.1 blank in key", "foo =1"), dropped("3.3.1.3.1 case of key", "FOO=1"),
				dropped("3.3.1.3.1 character in key", "foo.bar=1"),
				dropped("3.3.1.3.1 first character", "@foo=1,bar=2"), dropped("3.3.1.3.1 first character", "_foo=1"),
				dropped("3.3.1.3.1 empty key", "=1"), dropped("3.3.1.3.1 key too long", "z".repeat(257) + "=1"),
				dropped("3.3.1.3.2 equals sign in value", "foo=bar=baz"),
				dropped("3.3.1.3.2 empty value", "foo=,bar=3"),
				dropped("3.3.1.3.2 value too long", "foo=" + "1".repeat(257)),
				dropped("3.3.1.3.2 control character", "foo=a\u0001b"), dropped("3.3.1.3 no value", "foo"));
	}

	@ParameterizedTest(name = "4.3 calls after a traceparent that is {0}")
	@MethodSource
	void callsHaveParents(String received, boolean continued, String... headers) {
		Tracer tracer = this.provider.get("calls");
		Context context = this.propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER);
		Span server = tracer.spanBuilder("received").setParent(context).startSpan();
		List<String> sent = Stream.generate(() -> tracer.spanBuilder("sent").setParent(context.with(server)))
			.limit(3)
			.map((call) -> inject(Context.root().with(call.startSpan())).get("traceparent"))
			.map(String::valueOf)
			.toList();
		assertThat(sent).doesNotHaveDuplicates()
			.allMatch((parent) -> parent.startsWith("00-" + server.getSpanContext().getTraceId() + "-"));
		assertThat(server.getSpanContext().getTraceId().equals(TRACE)).isEqualTo(continued);
	}

	static Stream<Arguments> callsHaveParents() {
		return Stream.of(Arguments.of("valid", true, new String[] { parent(PARENT) }),
				Arguments.of("missing", false, new String[0]),
				Arguments.of("illegal", false, new String[] { parent("00-" + "0".repeat(32) + PARENT.substring(35)) }));
	}

	@Test
	void ignoresTraceStateUnderWrongName() {
		assertThat(pass(parent(PARENT), "trace-state:foo=1").get("tracestate")).isNull();
		assertThat(pass(parent(PARENT), "TraceState:foo=1").get("tracestate")).isEqualTo("foo=1");
	}

	@Test
	void removesLongMembersFirstAndThenOldest() {
		String long1 = "long=" + "1".repeat(200);
		String shorts = IntStream.range(0, 20)
			.mapToObj((i) -> "k" + (10 + i) + "=" + "1".repeat(20))
			.collect(Collectors.joining(","));
		String sent = pass(parent(PARENT), "tracestate:" + long1 + "," + shorts).get("tracestate");
		assertThat(sent).hasSizeLessThanOrEqualTo(512).startsWith("k10=").doesNotContain("long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "new", "foo" })
	void changedMemberComesFirst(String key) {
		SpanContext span = extract(parent(PARENT), "tracestate:bar@=1,foo=2");
		assertThat(W3cTraceState.format(span.getTraceState().toBuilder().put(key, "3").build()))
			.startsWith(key + "=3,bar@=1");
	}

	@Test
	void traceStateCanBeRead() {
		var state = extract(parent(PARENT), "tracestate:a=1,b=2").getTraceState();
		assertThat(state.get("b")).isEqualTo("2");
		assertThat(state.size()).isEqualTo(2);
		assertThat(state.asMap()).containsOnlyKeys("a", "b");
		assertThat(state.toBuilder().remove("a").put("NO", "1").build().asMap()).containsOnlyKeys("b");
	}

	private SpanContext extract(String... headers) {
		return Span.fromContext(this.propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER))
			.getSpanContext();
	}

	private Carrier pass(String... headers) {
		return inject(this.propagator.extract(Context.root(), Carrier.of(headers), Carrier.GETTER));
	}

	private Carrier inject(Context context) {
		Carrier out = Carrier.of();
		this.propagator.inject(context, out,
				(@Nullable Carrier carrier, String name, String value) -> out.set(name, value));
		return out;
	}

	private static String parent(String value) {
		return "traceparent:" + value;
	}

	private static String members(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "bar" + (10 + i) + "=01").collect(Collectors.joining(","));
	}

	private static Arguments invalid(String section, String... headers) {
		return Arguments.of(section, headers);
	}

	private static Arguments state(String section, String expected, String... states) {
		return Arguments.of(section, expected, headers(states));
	}

	private static Arguments dropped(String section, String... states) {
		return Arguments.of(section, headers(states));
	}

	private static String[] headers(String... states) {
		return Stream.concat(Stream.of(parent(PARENT)), Stream.of(states).map((state) -> "tracestate:" + state))
			.toArray(String[]::new);
	}

}
