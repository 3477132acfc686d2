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

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the tables of conformance equal to the tests: each case has a test, which has it
 * among its arguments. Run with {@code -Ddocs.write=true} to write them.
 */
class ConformanceReferenceTests {

	private static final Path REFERENCE = Path.of("..", "docs", "tracing-propagation.md");

	private static final String BEGIN = "<!-- conformance -->\n";

	private static final String END = "<!-- end of conformance -->\n";

	/**
	 * The cases of the public suite at strict level 2 and specification level 2, each
	 * with the tests and what they call it.
	 */
	private static final List<String> W3C_CASES = """
			both_traceparent_and_tracestate_missing | restartsTrace: 2.3 no traceparent; callsHaveParents: missing
			traceparent_included_tracestate_missing | continuesTrace: 3.2 traceparent
			traceparent_duplicated | restartsTrace: 3.2 traceparent twice
			traceparent_header_name | restartsTrace: 3.2.1 wrong name
			traceparent_header_name_valid_casing | continuesTrace: 3.2.1 any case
			traceparent_version_0x00 | restartsTrace: 3.2.2 version 00 has four fields
			traceparent_version_0xcc | continuesTrace: 3.2.4 later version, 3.2.4 later version with a field; \
			restartsTrace: 3.2.4 later version, field not separated
			traceparent_version_0xff | restartsTrace: 3.2.2.1 version ff
			traceparent_version_illegal_characters | restartsTrace: 3.2.2.1 version characters
			traceparent_version_too_long | restartsTrace: 3.2.2.1 version too long
			traceparent_version_too_short | restartsTrace: 3.2.2.1 version too short
			traceparent_trace_id_all_zero | restartsTrace: 3.2.2.3 trace-id zero
			traceparent_trace_id_illegal_characters | restartsTrace: 3.2.2.3 trace-id characters
			traceparent_trace_id_too_long | restartsTrace: 3.2.2.3 trace-id too long
			traceparent_trace_id_too_short | restartsTrace: 3.2.2.3 trace-id too short
			traceparent_parent_id_all_zero | restartsTrace: 3.2.2.4 parent-id zero
			traceparent_parent_id_illegal_characters | restartsTrace: 3.2.2.4 parent-id characters
			traceparent_parent_id_too_long | restartsTrace: 3.2.2.4 parent-id too long
			traceparent_parent_id_too_short | restartsTrace: 3.2.2.4 parent-id too short
			traceparent_trace_flags_illegal_characters | restartsTrace: 3.2.2.5 trace-flags characters
			traceparent_trace_flags_too_long | restartsTrace: 3.2.2.5 trace-flags too long
			traceparent_trace_flags_too_short | restartsTrace: 3.2.2.5 trace-flags too short
			traceparent_ows_handling | continuesTrace: 3.2 blanks around
			propagates_random_flag | keepsKnownFlags: 02, 03
			tracestate_included_traceparent_missing | restartsTrace: 3.3 tracestate alone
			tracestate_included_traceparent_included | passesTraceStateOn: 3.3.1 one header
			tracestate_header_name | ignoresTraceStateUnderWrongName
			tracestate_header_name_valid_casing | ignoresTraceStateUnderWrongName
			tracestate_empty_header | passesTraceStateOn: 3.3.1.1 empty header; continuesTrace: 3.3 empty tracestate
			tracestate_multiple_headers_different_keys | passesTraceStateOn: 3.3.1.1 several headers
			tracestate_duplicated_keys | passesTraceStateOn: 3.3.1.3 duplicate key
			tracestate_all_allowed_characters | passesTraceStateOn: 3.3.1.3 all characters
			tracestate_ows_handling | passesTraceStateOn: 3.3.1.2 blanks around
			tracestate_key_illegal_characters | dropsWholeTraceState: 3.3.1.3.1 blank in key, \
			3.3.1.3.1 case of key, 3.3.1.3.1 character in key
			tracestate_key_illegal_vendor_format | dropsWholeTraceState: 3.3.1.3.1 first character; \
			passesTraceStateOn: 3.3.1.3.1 level 2 keys
			tracestate_member_count_limit | passesTraceStateOn: 3.3.1.2 32 members; \
			dropsWholeTraceState: 3.3.1.2 33 members, 3.3.1.2 33 members in two headers
			tracestate_key_length_limit | passesTraceStateOn: 3.3.1.3.1 longest key; \
			dropsWholeTraceState: 3.3.1.3.1 key too long
			tracestate_value_illegal_characters | dropsWholeTraceState: 3.3.1.3.2 equals sign in value, \
			3.3.1.3.2 empty value
			multiple_requests_with_valid_traceparent | callsHaveParents: valid
			multiple_requests_without_traceparent | callsHaveParents: missing
			multiple_requests_with_illegal_traceparent | callsHaveParents: illegal
			""".lines().toList();

	@Test
	void everyCaseOfTheSuitesHasItsRow() {
		assertThat(W3C_CASES).hasSize(41).doesNotHaveDuplicates();
		assertThat(names(method(B3ConformanceTests.class, "understands"))).filteredOn((name) -> name.contains(", "))
			.hasSize(19)
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("w3cTests")
	void testHasItsCases(String name, List<String> cases) {
		assertThat(names(test(name))).containsAll(cases);
	}

	static Stream<Arguments> w3cTests() {
		return W3C_CASES.stream().flatMap((line) -> tests(line).map((test) -> {
			String[] parts = test.split(": ", 2);
			return Arguments.of(parts[0], cases(parts));
		}));
	}

	@Test
	void tablesAreEqualToTheTests() throws IOException {
		String reference = Files.readString(REFERENCE);
		int begin = reference.indexOf(BEGIN) + BEGIN.length();
		int end = reference.indexOf(END);
		assertThat(begin).isGreaterThanOrEqualTo(BEGIN.length());
		String tables = w3cTable() + "\n" + b3Table();
		if (Boolean.getBoolean("docs.write")) {
			Files.writeString(REFERENCE, reference.substring(0, begin) + tables + reference.substring(end));
		}
		else {
			assertThat(reference.substring(begin, end)).isEqualTo(tables);
		}
	}

	private static String w3cTable() {
		String rows = W3C_CASES.stream()
			.map((line) -> "| `%s` | %s | pass |\n".formatted(line.split(" \\| ")[0],
					tests(line).map(ConformanceReferenceTests::cell).collect(Collectors.joining("; "))))
			.collect(Collectors.joining());
		return "| case of the W3C's suite | test: section, what | result |\n|---|---|---|\n" + rows;
	}

	private static String cell(String test) {
		String[] parts = test.split(": ", 2);
		String link = "`" + test(parts[0]).getDeclaringClass().getSimpleName() + "." + test(parts[0]).getName() + "`";
		return (parts.length > 1) ? link + ": " + parts[1] : link;
	}

	private static String b3Table() {
		String rows = arguments(method(B3ConformanceTests.class, "understands")).map((row) -> {
			String headers = Arrays.stream((String[]) row[3])
				.map((header) -> "`" + header.replace(":", ": ") + "`")
				.collect(Collectors.joining(", "));
			return "| " + row[0] + " | " + headers + " | " + row[2] + " | pass |\n";
		}).collect(Collectors.joining());
		return "| case of B3 (`B3ConformanceTests.understands`) | headers | understood as | result |\n"
				+ "|---|---|---|---|\n" + rows;
	}

	private static Stream<String> tests(String line) {
		return Stream.of(line.split(" \\| ")[1].split("; "));
	}

	private static List<String> cases(String[] test) {
		return (test.length > 1) ? List.of(test[1].split(", (?=[0-9])")) : List.of();
	}

	private static Method test(String name) {
		return method(W3cConformanceTests.class, name);
	}

	private static Method method(Class<?> type, String name) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.filter((method) -> method.isAnnotationPresent(Test.class)
					|| method.isAnnotationPresent(ParameterizedTest.class))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> names(Method test) {
		return (test.isAnnotationPresent(Test.class)) ? List.of()
				: arguments(test).map((row) -> String.valueOf(row[0])).toList();
	}

	private static Stream<Object[]> arguments(Method test) {
		try {
			Method source = test.getDeclaringClass().getDeclaredMethod(test.getName());
			source.setAccessible(true);
			return ((Stream<?>) source.invoke(null)).map((row) -> ((Arguments) row).get());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(test + " has no arguments", ex);
		}
	}

}
