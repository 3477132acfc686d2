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

package io.sightline.logging.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs an application in a process of its own and reads what it logs.
 */
class OwnConfigurationIntegrationTests {

	private static final String OWN = """
			<configuration>
				<include resource="io/sightline/logging/sightline-console-appender.xml"/>
				<include resource="io/sightline/logging/sightline-file-appender.xml"/>
				<root level="INFO">
					<appender-ref ref="SIGHTLINE_CONSOLE"/>
					<appender-ref ref="SIGHTLINE_FILE"/>
				</root>
			</configuration>
			""";

	private static final String PLAIN = """
			<configuration>
				<appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
					<encoder><pattern>%level %msg%n</pattern></encoder>
				</appender>
				<root level="INFO"><appender-ref ref="OUT"/></root>
			</configuration>
			""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void includesServeOwnConfiguration() throws IOException, InterruptedException {
		Files.writeString(this.directory.resolve("logback-spring.xml"), OWN);
		Path file = this.directory.resolve("app.log");
		Output output = run("--sightline.logging.format=ecs", "--logging.file.name=" + file);
		assertThat(output.lines()).allSatisfy((line) -> assertThat(json(line).has("ecs.version")).isTrue())
			.noneMatch((line) -> line.contains("is without effect"));
		assertThat(Files.readAllLines(file)).containsExactlyElementsOf(output.lines());
	}

	@Test
	void saysSoOnceWhenOwnConfigurationHasNoInclude() throws IOException, InterruptedException {
		Files.writeString(this.directory.resolve("logback-spring.xml"), PLAIN);
		Output output = run("--sightline.logging.format=json");
		assertThat(output.lines()).filteredOn((line) -> line.contains("is without effect"))
			.singleElement()
			.asString()
			.contains("WARN", "logback-spring.xml", "sightline-console-appender.xml",
					"sightline.logging.enabled=false");
	}

	@Test
	void writesOneLineOfJsonForEachHostileEvent() throws IOException, InterruptedException {
		Output output = run("--sightline.logging.format=json", "--sightline.logging.include-caller=true");
		List<JsonNode> lines = output.lines().stream().map(OwnConfigurationIntegrationTests::json).toList();
		assertThat(lines).filteredOn((line) -> "shop".equals(line.path("logger").asString())).hasSize(3);
		assertThat(lines).filteredOn((line) -> "LoudApplication.java".equals(line.path("source_file").asString()))
			.hasSizeGreaterThanOrEqualTo(3);
		assertThat(lines).filteredOn((line) -> line.path("error_render_failed").asBoolean()).hasSize(1);
		assertThat(output.errors()).isEmpty();
	}

	@Test
	void escapesControlCharactersInText() throws IOException, InterruptedException {
		Output output = run("--sightline.logging.format=text");
		assertThat(output.lines()).anyMatch((line) -> line.contains("forged\\r\\n\\u001b[31m"))
			.anyMatch((line) -> line.contains("first\\nsecond"))
			.anyMatch((line) -> line.contains("[getMessage() threw"))
			.noneMatch((line) -> line.startsWith("second") || line.contains("PARSER_ERROR"));
		assertThat(output.errors()).isEmpty();
	}

	@Test
	void failsForInvalidField() throws IOException, InterruptedException {
		Output output = run("--sightline.logging.format=json", "--sightline.logging.fields.add.level=x");
		assertThat(output.exitCode()).isNotZero();
		assertThat(output.lines() + output.errors()).contains("sightline.logging.fields.add.level", "already");
	}

	private Output run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-cp",
						this.directory + File.pathSeparator + System.getProperty("java.class.path"),
						LoudApplication.class.getName()));
		command.addAll(List.of(arguments));
		Path out = this.directory.resolve("out.txt");
		Path errors = this.directory.resolve("errors.txt");
		Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
			.redirectError(errors.toFile())
			.start();
		int exitCode = process.waitFor();
		return new Output(exitCode, Files.readAllLines(out, StandardCharsets.UTF_8), Files.readString(errors));
	}

	private static JsonNode json(String line) {
		return new JsonMapper().readTree(line);
	}

	private record Output(int exitCode, List<String> lines, String errors) {

	}

}
