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

package io.sightline.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.example.servlet.ServletApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file beside the console: rolled by size and by day, and never larger in total than
 * is allowed.
 */
class LogFileIntegrationTests {

	private static final String EARLIER = "{\"message\":\"from an earlier run\"}";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "1000, 0, 10KB", "1, 2, 10MB" })
	void rollsBySizeAndByDay(int lines, int days, String maxSize) throws IOException {
		Path log = this.directory.resolve("app.log");
		Files.write(log, Stream.generate(() -> EARLIER).limit(lines).toList());
		Files.setLastModifiedTime(log, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
		try (ForkedApplication application = start("--logging.logback.rollingpolicy.max-file-size=" + maxSize)) {
			application.get("/orders/42");
			Path rolled = Awaitility.await()
				.until(() -> archives(log).stream().findFirst().orElse(log), (file) -> !file.equals(log));
			Awaitility.await().untilAsserted(() -> assertThat(unzip(rolled)).hasSize(lines).containsOnly(EARLIER));
			Awaitility.await()
				.untilAsserted(() -> assertThat(Files.readAllLines(log)).doesNotContain(EARLIER)
					.allMatch((line) -> line.startsWith("{\"timestamp\":") && line.endsWith("}"))
					.anyMatch((line) -> line.contains("Order 42 read")));
		}
	}

	@Test
	void removesTheOldestBeyondTheTotal() throws IOException {
		for (int day = 2; day <= 4; day++) {
			Files.write(archive(day), new byte[40 * 1024]);
		}
		Path log = Files.writeString(this.directory.resolve("app.log"), EARLIER + "\n");
		Files.setLastModifiedTime(log, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
		try (ForkedApplication application = start("--logging.logback.rollingpolicy.total-size-cap=100KB")) {
			application.get("/orders/42");
			Awaitility.await().untilAsserted(() -> assertThat(archive(4)).doesNotExist());
			assertThat(archive(2)).exists();
		}
	}

	private Path archive(int daysAgo) {
		return this.directory.resolve("app.log." + LocalDate.now(ZoneId.systemDefault()).minusDays(daysAgo) + ".0.gz");
	}

	private ForkedApplication start(String argument) {
		return ForkedApplication.start(ServletApplication.class, "--spring.application.name=rolled", "--server.port=0",
				"--logging.file.name=" + this.directory.resolve("app.log"), argument);
	}

	private List<Path> archives(Path log) throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> !file.equals(log) && file.toString().endsWith(".gz")).sorted().toList();
		}
	}

	private static List<String> unzip(Path file) throws IOException {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
			return lines.lines().toList();
		}
	}

}
