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

package io.sightline.console.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StoreFileTests {

	private static final Origin ORIGIN = new Origin("shop", "1", "a", "test");

	private final Path directory;

	private final Path file;

	StoreFileTests(@TempDir Path directory) {
		this.directory = directory;
		this.file = directory.resolve("store.duckdb");
	}

	@Test
	void keepsEverythingBeyondItsEnd() throws SQLException {
		try (TelemetryStore store = start(1000)) {
			fill(store, 1, 250, 7);
		}
		try (TelemetryStore store = start(1000)) {
			assertThat(store.status().spans().rows()).isEqualTo(250);
			assertThat(count(store, "SELECT count(*) FROM spans")).isEqualTo(250);
			fill(store, 251, 260, 7);
			assertThat(count(store, "SELECT count(DISTINCT seq) FROM spans")).isEqualTo(260);
			assertThat(count(store, "SELECT count(DISTINCT seq) FROM facts")).isEqualTo(260);
		}
	}

	@Test
	void keepsItsBoundsBeyondItsEnd() throws SQLException {
		try (TelemetryStore store = start(100)) {
			fill(store, 1, 90, 1);
		}
		for (int i = 1; i <= 4; i++) {
			try (TelemetryStore store = start(100)) {
				fill(store, 100 * i, 100 * i + 50, 0);
				assertThat(store.status().spans().rows()).isLessThanOrEqualTo(100)
					.isEqualTo(count(store, "SELECT count(*) FROM spans"));
			}
		}
		try (TelemetryStore store = start(100)) {
			assertThat(store.status().spans().reserved()).isEqualTo(1);
			assertThat(count(store, "SELECT count(*) FROM spans WHERE failed")).isEqualTo(1);
		}
	}

	@Test
	void keepsWhatWasThereWhenTheProcessWasKilled() throws SQLException, IOException {
		Path copy = this.directory.resolve("copy.duckdb");
		try (TelemetryStore store = start(1000)) {
			fill(store, 1, 50, 0);
			Files.copy(this.file, copy);
			Files.copy(Path.of(this.file + ".wal"), Path.of(copy + ".wal"));
		}
		try (TelemetryStore store = TelemetryStore.start(properties(copy, 1000), InstantSource.system())) {
			assertThat(count(store, "SELECT count(*) FROM spans")).isEqualTo(50);
		}
	}

	@Test
	void growsNotBeyondWhatItsBoundsNeed() throws SQLException, IOException {
		try (TelemetryStore store = start(5000)) {
			fill(store, 1, 10_000, 0);
		}
		long once = Files.size(this.file);
		try (TelemetryStore store = start(5000)) {
			fill(store, 10_001, 30_000, 0);
		}
		assertThat(Files.size(this.file)).isLessThan(2 * once + (4 << 20));
	}

	@Test
	void letsNobodyElseRead() throws SQLException, IOException {
		assumeTrue(this.directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
		try (TelemetryStore store = start(1000)) {
			fill(store, 1, 50, 0);
			for (Path path : List.of(this.file, Path.of(this.file + ".wal"))) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
			}
		}
	}

	@Test
	void readsAndWritesNoOtherFile() throws SQLException {
		try (TelemetryStore store = start(1000)) {
			assertThat(org.assertj.core.api.Assertions
				.catchThrowable(() -> store.reader().sql("ATTACH '" + this.directory.resolve("other") + "'").update()))
				.isNotNull();
			assertThat(this.directory.resolve("other")).doesNotExist();
		}
	}

	@Test
	void saysWhatToDoAboutAFileThatIsNoStore() throws IOException {
		Files.writeString(this.file, "This is no database. ".repeat(1000));
		assertThat(failure().getAction()).contains("Move it")
			.contains("store.duckdb.wal")
			.contains("console.store.file");
		assertThat(this.file).content().startsWith("This is no database.");
	}

	@Test
	void saysWhatToDoAboutAFileThatIsBroken() throws IOException, SQLException {
		try (TelemetryStore store = start(5000)) {
			fill(store, 1, 2000, 0);
		}
		byte[] content = Files.readAllBytes(this.file);
		for (int i = 12_288; i < content.length; i += 64) {
			content[i] ^= 0x55;
		}
		Files.write(this.file, content);
		assertThat(failure().getAction()).contains("Move it");
	}

	@Test
	void saysWhatToDoAboutADirectoryThatIsNotThere() {
		FailureAnalysis failure = failure(this.directory.resolve("none").resolve("store.duckdb"));
		assertThat(failure.getDescription()).contains("none");
		assertThat(failure.getAction()).contains("directory");
	}

	@Test
	void saysWhatToDoAboutAFileOfAnotherVersion() throws SQLException {
		try (DuckDatabase database = DuckDatabase.open(this.file, DataSize.ofMegabytes(100))) {
			database.execute(List.of("CREATE TABLE shelves (name VARCHAR, layout VARCHAR, reserve BIGINT)",
					"INSERT INTO shelves VALUES ('spans', 'other', 0)"));
		}
		assertThat(failure().getDescription()).contains("another version");
	}

	@Test
	void saysWhatToDoAboutAFileThatAnotherProcessHas() throws IOException, InterruptedException {
		Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Holder.class.getName(), this.file.toString())
			.redirectErrorStream(true)
			.start();
		try (BufferedReader lines = other.inputReader(StandardCharsets.UTF_8)) {
			assertThat(lines.readLine()).isEqualTo("held");
			assertThat(failure().getAction()).contains("Stop the other process");
		}
		finally {
			other.destroyForcibly().waitFor();
		}
	}

	private FailureAnalysis failure() {
		return failure(this.file);
	}

	private static FailureAnalysis failure(Path path) {
		StoreFileException failure = catchThrowableOfType(StoreFileException.class,
				() -> TelemetryStore.start(properties(path, 1000), InstantSource.system()).close());
		assertThat(failure).isNotNull().hasMessageContaining(path.toString());
		return Objects.requireNonNull(new StoreFileFailureAnalyzer().analyze(new IllegalStateException(failure)));
	}

	private TelemetryStore start(long rows) throws SQLException {
		return TelemetryStore.start(properties(this.file, rows), InstantSource.system());
	}

	private static StoreProperties properties(Path file, long rows) {
		return new StoreProperties(rows, rows, rows, 1000, DataSize.ofMegabytes(50), Duration.ofHours(1), 100_000,
				DataSize.ofMegabytes(10), DataSize.ofMegabytes(200), file.toString());
	}

	private static void fill(TelemetryStore store, long from, long to, long failed) {
		long before = store.status().spans().rows() + store.status().spans().dropped();
		long step = (to - from > 1000) ? 500 : 10;
		for (long i = from; i <= to; i += step) {
			List<Span> spans = LongStream.range(i, Math.min(to + 1, i + step))
				.mapToObj((n) -> span(n, n == failed))
				.toList();
			store.offer(new Batch(spans, List.of(), List.of()), 100);
		}
		await().atMost(Duration.ofSeconds(60))
			.until(() -> store.status().spans().rows() + store.status().spans().dropped() == before + to - from + 1
					&& store.status().pending() == 0);
	}

	private static Span span(long number, boolean failed) {
		return new Span("%032x".formatted(number), "%016x".formatted(number), "", ORIGIN, "GET /things",
				Span.Kind.SERVER, 1_000_000_000L * number, 5_000_000, failed, "", Map.of("http.route", "/things"),
				List.of());
	}

	private static long count(TelemetryStore store, String query) {
		return store.reader().sql(query).query(Long.class).single();
	}

	/**
	 * Another process.
	 */
	public static final class Holder {

		private Holder() {
		}

		public static void main(String[] arguments) throws SQLException, IOException {
			try (DuckDatabase database = DuckDatabase.open(Path.of(arguments[0]), DataSize.ofMegabytes(100))) {
				System.out.println("held");
				System.in.read();
			}
		}

	}

}
