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

package io.sightline.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the reference of findings equal to the code, and leads to each from a symptom.
 */
class FindingsReferenceTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Pattern FINDING = Pattern
		.compile("new Finding\\(\\s*(\"[^\"]+\"|[A-Z_]+),\\s*Severity\\.(\\w+)");

	private static final Pattern KEY_PROBLEM = Pattern.compile("new KeyProblem\\(\\s*\"([^\"]+)\"");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (info|warning|error) \\|");

	private static final Pattern KEY = Pattern.compile("`(sightline\\.[a-z0-9.-]+)");

	@Test
	void documentsEveryFinding() {
		Map<String, String> documented = new TreeMap<>();
		ROW.matcher(page("diagnostics.md")).results().forEach((row) -> documented.put(row.group(1), row.group(2)));
		assertThat(documented).isEqualTo(findings());
	}

	@ParameterizedTest
	@MethodSource("ids")
	void leadsToFindingFromSymptom(String id) {
		assertThat(page("troubleshooting.md")).contains("`" + id + "`");
	}

	static Stream<String> ids() {
		return findings().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("keys")
	void namesOnlyKeysThatThereAre(String key) {
		assertThat(page("configuration.md")).contains("`" + key);
	}

	static List<String> keys() {
		return Stream.of("troubleshooting.md", "pressure.md", "testing.md", "canary.md")
			.flatMap((page) -> KEY.matcher(page(page)).results())
			.map((found) -> found.group(1).replaceAll("[.]$", ""))
			.filter((key) -> !key.matches("sightline\\.(partial|request)"))
			.distinct()
			.toList();
	}

	private static Map<String, String> findings() {
		Map<String, String> findings = new TreeMap<>();
		try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
			sources.filter((file) -> file.toString().endsWith(".java"))
				.map(FindingsReferenceTests::read)
				.forEach((source) -> {
					FINDING.matcher(source)
						.results()
						.forEach((found) -> findings.put(id(found.group(1), source),
								found.group(2).toLowerCase(Locale.ROOT)));
					KEY_PROBLEM.matcher(source).results().forEach((found) -> findings.put(found.group(1), "warning"));
				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return findings;
	}

	private static String id(String expression, String source) {
		if (expression.startsWith("\"")) {
			return expression.replace("\"", "");
		}
		Matcher constant = Pattern.compile(expression + " = \"([^\"]+)\"").matcher(source);
		assertThat(constant.find()).as(expression).isTrue();
		return constant.group(1);
	}

	private static String page(String name) {
		return read(DOCS.resolve(name));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
