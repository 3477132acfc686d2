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

package io.sightline.samples.demo.telemetry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	private static final String LINE = """
			{"timestamp":"2026-11-01T10:00:00.123456Z","level":"INFO","service":"s","logger":"l","thread":"t",\
			"message":"m","trace_id":"abc"}""";

	@Test
	void readsTheFieldsOfTheContract() {
		LogFile log = parse(LINE + "\n");
		assertThat(log.defects()).isEmpty();
		assertThat(log.lines()).containsExactly(
				new LogLine(Instant.parse("2026-11-01T10:00:00.123456Z"), "INFO", "s", "l", "t", "m", "abc"));
	}

	@Test
	void findsTheLinesOfATrace() {
		LogFile log = parse(LINE + "\n" + LINE.replace("abc", "def") + "\n");
		assertThat(log.trace("def")).hasSize(1);
		assertThat(log.trace("none")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "timestamp", "level", "service", "logger", "thread", "message" })
	void refusesALineWithoutAFieldOfTheContract(String field) {
		assertDefect(LINE.replace("\"" + field + "\"", "\"other\""), "'" + field + "'");
	}

	@Test
	void refusesAFieldOfTheWrongType() {
		assertDefect(LINE.replace("\"m\"", "7"), "'message'");
	}

	@Test
	void refusesAFieldThatIsThereTwice() {
		assertDefect(LINE.replace("\"trace_id\"", "\"level\""), "Duplicate");
	}

	@Test
	void refusesWhatFollowsTheObject() {
		assertDefect(LINE + " {}", "railing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "7", "WARNING: something", "{\"a\":1", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}" })
	void refusesWhatIsNotOneJsonObject(String line) {
		assertDefect(line, "line 1: ");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-01T10:00:00+01:00, UTC", "1762000000Z, ISO", "2026-11-01 10:00:00Z, ISO" })
	void refusesATimestampThatIsNotIsoInUtc(String timestamp, String reason) {
		assertDefect(LINE.replace("2026-11-01T10:00:00.123456Z", timestamp), reason);
	}

	@Test
	void refusesWhatIsNotUtf8() {
		LogFile log = LogFile.parse((LINE.replace("\"m\"", "\"é\"") + "\n").getBytes(StandardCharsets.ISO_8859_1));
		assertThat(log.defects()).containsExactly("line 1: not UTF-8");
	}

	@Test
	void refusesALineWithoutItsEnd() {
		LogFile log = parse(LINE + "\n" + LINE);
		assertThat(log.lines()).hasSize(1);
		assertThat(log.defects()).containsExactly("line 2: not ended by a newline");
	}

	@Test
	void reportsAFileThatIsNotThere() {
		assertThat(LogFile.read(Path.of("no", "such.log")).defects()).singleElement()
			.asString()
			.contains("no/such.log");
	}

	private static LogFile parse(String content) {
		return LogFile.parse(content.getBytes(StandardCharsets.UTF_8));
	}

	private static void assertDefect(String line, String reason) {
		LogFile log = parse(line + "\n");
		assertThat(log.lines()).isEmpty();
		assertThat(log.defects()).singleElement().asString().contains(reason);
	}

}
