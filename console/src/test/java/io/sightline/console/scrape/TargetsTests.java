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

package io.sightline.console.scrape;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.sightline.console.fetch.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(OutputCaptureExtension.class)
class TargetsTests {

	private static final Credentials SECRET = new Credentials(null, null, "secret");

	private final Path file;

	private int version;

	TargetsTests(@TempDir Path directory) {
		this.file = directory.resolve("targets.json");
	}

	@Test
	void readsFilesAsPrometheusHasThem() throws IOException {
		write("""
				[{"targets": ["localhost:1", "localhost:2"], "labels": {"service": "shop"}},
				 {"targets": ["example.com:443"], "labels": {"job": "pay", "__scheme__": "https", "__metrics_path__": "/internal/prometheus"}},
				 {"targets": ["localhost:3"]}]""");
		assertThat(targets().now().values()).containsExactly(
				new Target("user", URI.create("http://localhost:9/actuator")),
				new Target("shop", URI.create("http://localhost:1/actuator"), true),
				new Target("shop", URI.create("http://localhost:2/actuator"), true),
				new Target("pay", URI.create("https://example.com:443/internal"), true),
				new Target("localhost:3", URI.create("http://localhost:3/actuator"), true));
	}

	@Test
	void readsAFileAgainWhenItChanges() throws IOException {
		write("[]");
		Targets targets = targets();
		assertThat(targets.now()).hasSize(1);
		write("[{\"targets\": [\"localhost:1\"]}]");
		assertThat(targets.now()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[{", "[{\"targets\": [\"file:///etc/passwd\"]}]", "[{\"targets\": [\"a b\"]}]",
			"[{\"targets\": [\"a\"], \"labels\": {\"__scheme__\": \"file\"}}]", "[{\"targets\": [\"user:secret@a\"]}]",
			"[{\"targets\": [\"a/b?c=d\"]}]", "[{\"targets\": [\"user:secret^@a\"]}]", "[{\"targets\": [secret@a]}]" })
	void keepsTheTargetsOfBeforeWhenAFileMakesNoSense(String content, CapturedOutput output) throws IOException {
		write("[{\"targets\": [\"localhost:1\"]}]");
		Targets targets = targets();
		targets.now();
		write(content);
		assertThat(targets.now()).hasSize(2);
		assertThat(targets.problems()).containsExactly("targets.json cannot be read");
		assertThat(output).contains("stay as they were").doesNotContain("secret");
		write("[]");
		assertThat(targets.now()).hasSize(1);
		assertThat(targets.problems()).isEmpty();
	}

	@Test
	void asksNotMoreThanItCan() throws IOException {
		write("[{\"targets\": [" + "\"a%d\",".repeat(1).formatted(0)
				+ String.join(",", java.util.stream.IntStream.range(1, 300).mapToObj((i) -> "\"a" + i + "\"").toList())
				+ "]}]");
		Targets targets = targets();
		assertThat(targets.now()).hasSize(200);
		assertThat(targets.problems()).containsExactly("101 targets are left out: 200 are asked at most");
	}

	@Test
	void findsCredentialsAsEnvironmentVariablesHaveThem() {
		ScrapeProperties properties = properties(List.of("user-service", "other"), Map.of("userservice", SECRET),
				false);
		assertThat(credentials(properties, "user-service", false)).isEqualTo(SECRET);
		assertThat(credentials(properties, "other", false)).isEqualTo(Credentials.NONE);
		assertThat(properties.toString()).doesNotContain("secret");
	}

	@Test
	void givesCredentialsToNobodyElse() {
		ScrapeProperties properties = properties(List.of("shop1", "shop-1", "\u5e97", "\u5546"),
				Map.of("shop1", SECRET, "\u5e97", SECRET), false);
		assertThat(credentials(properties, "shop1", false)).isEqualTo(SECRET);
		assertThat(credentials(properties, "shop-1", false)).isEqualTo(Credentials.NONE);
		assertThat(credentials(properties, "\u5e97", false)).isEqualTo(SECRET);
		assertThat(credentials(properties, "\u5546", false)).isEqualTo(Credentials.NONE);
	}

	@Test
	void refusesCredentialsThatCouldBeForSeveral() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> properties(List.of("shop-1", "shop_1"), Map.of("shop1", SECRET), false))
			.withMessageContaining("console.scrape.credentials.shop1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> properties(List.of("shop-1"), Map.of("shop1", SECRET, "shop_1", SECRET), false))
			.withMessageContaining("for the target shop-1");
	}

	@Test
	void givesTargetsOfFilesNoCredentialsUnlessToldTo() {
		Map<String, Credentials> given = Map.of("shop", SECRET);
		assertThat(credentials(properties(List.of("shop"), given, false), "shop", true)).isEqualTo(Credentials.NONE);
		ScrapeProperties told = properties(List.of(), given, true);
		assertThat(credentials(told, "shop", true)).isEqualTo(SECRET);
		assertThat(credentials(told, "SHOP-", true)).isEqualTo(Credentials.NONE);
	}

	private static Credentials credentials(ScrapeProperties properties, String name, boolean fromFile) {
		return properties.credentialsOf(new Target(name, URI.create("http://localhost:9/actuator"), fromFile));
	}

	private static ScrapeProperties properties(List<String> names, Map<String, Credentials> credentials,
			boolean files) {
		Map<String, URI> targets = new TreeMap<>();
		names.forEach((name) -> targets.put(name, URI.create("http://localhost:9/")));
		return new ScrapeProperties(targets, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(3),
				DataSize.ofMegabytes(1), 10, credentials, files);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "ftp://localhost", "localhost:8080", "http://user:secret@localhost", "http://localhost?x=y" })
	void refusesWhatIsNoBaseUrl(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ScrapeProperties(Map.of("shop", URI.create(url)), List.of(), Duration.ofSeconds(5),
					Duration.ofSeconds(3), DataSize.ofMegabytes(1), 10, Map.of(), false))
			.withMessageContaining("console.scrape.targets.shop");
	}

	@Test
	void refusesIntervalsThatMakeNoSense() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ScrapeProperties(Map.of(), List.of(), Duration.ofMillis(1), Duration.ofSeconds(3),
					DataSize.ofMegabytes(1), 10, Map.of(), false))
			.withMessageContaining("console.scrape.interval");
	}

	private Targets targets() {
		return new Targets(properties());
	}

	private ScrapeProperties properties() {
		return new ScrapeProperties(Map.of("user", URI.create("http://localhost:9/")), List.of(this.file),
				Duration.ofSeconds(5), Duration.ofSeconds(3), DataSize.ofMegabytes(1), 10, Map.of(), false);
	}

	private void write(String content) throws IOException {
		Files.writeString(this.file, content);
		Files.setLastModifiedTime(this.file, FileTime.from(Instant.EPOCH.plusSeconds(++this.version)));
	}

}
