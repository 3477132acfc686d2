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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plants one secret a channel and looks for them in every sink.
 */
class PlantedSecretIntegrationTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void noSecretLeavesInText() throws IOException, InterruptedException {
		String output = run("--sightline.logging.format=text");
		assertThat(output).contains("benign words stay", "******").doesNotContain(LeakyApplication.PLANTED);
	}

	@Test
	void everySecretLeavesWithoutRedaction() throws IOException, InterruptedException {
		String output = run("--sightline.logging.format=json", "--sightline.redaction.enabled=false");
		assertThat(IntStream.rangeClosed(1, LeakyApplication.CHANNELS)
			.filter((channel) -> channel != LeakyApplication.QUERY)
			.mapToObj(LeakyApplication::secret)).allSatisfy((secret) -> assertThat(output).contains(secret));
	}

	@Test
	void noSecretLeavesInJsonAndRedactorsAreAsked() throws IOException, InterruptedException {
		assertThat(run("--sightline.logging.format=json", "--test.redactor=true"))
			.contains("[gone] words stay", "******")
			.doesNotContain("benign words", LeakyApplication.PLANTED);
	}

	private String run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-cp", System.getProperty("java.class.path"),
						LeakyApplication.class.getName(), "--server.port=0", "--spring.application.name=leaky",
						"--sightline.request.user-agent.enabled=true"));
		command.addAll(List.of(arguments));
		Path file = this.directory.resolve("app.log");
		command.add("--logging.file.name=" + file);
		Path out = this.directory.resolve("out.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertThat(process.waitFor()).isZero();
		assertThat(Files.readString(file)).isNotEmpty();
		return Files.readString(out, StandardCharsets.UTF_8) + Files.readString(file);
	}

}
