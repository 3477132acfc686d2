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

package io.sightline.tracing.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.sightline.tracing.sampling.SpanLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link Spool}.
 */
class SpoolTests {

	private static final long ROOM = 1 << 20;

	private final Collector collector = new Collector();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@AfterEach
	void stop() {
		this.collector.close();
	}

	@Test
	void losesNothingInAnOutage() throws IOException {
		this.collector.answer(503);
		ExportFixture export = ExportFixture.otlp(this.collector.url(), Spool.open(this.directory, ROOM));
		export.trace(60);
		export.pipeline.forceFlush().join(10, TimeUnit.SECONDS);
		assertThat(export.account().queued()).isEqualTo(60);
		this.collector.accept();
		await(() -> this.collector.spans.size() == 60);
		await(() -> export.account().exported() == 60);
		assertThat(this.collector.names()).doesNotHaveDuplicates();
		assertThat(export.account().difference()).isZero();
		export.close();
		assertThat(files()).isZero();
	}

	@Test
	void survivesRestart() throws IOException {
		this.collector.answer(503);
		ExportFixture before = ExportFixture.otlp(this.collector.url(), Spool.open(this.directory, ROOM));
		before.trace(25);
		before.close();
		assertThat(before.account().queued()).isEqualTo(25);
		assertThat(before.account().difference()).isZero();
		this.collector.accept();
		ExportFixture after = ExportFixture.otlp(this.collector.url(), Spool.open(this.directory, ROOM));
		await(() -> after.account().exported() == 25);
		assertThat(this.collector.spans).hasSize(25);
		assertThat(after.account().difference()).isZero();
		after.close();
	}

	@Test
	void countsWhatFindsNoRoom() throws IOException {
		this.collector.answer(503);
		ExportFixture export = ExportFixture.otlp(this.collector.url(), Spool.open(this.directory, 2000));
		export.trace(60);
		export.pipeline.forceFlush().join(10, TimeUnit.SECONDS);
		assertThat(export.account().dropped(SpanLedger.SPOOL)).isPositive();
		assertThat(export.account().queued()).isPositive();
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void forgetsWhatReceiverRefuses() throws IOException {
		this.collector.answer(503);
		ExportFixture export = ExportFixture.otlp(this.collector.url(), Spool.open(this.directory, ROOM));
		export.trace("refused");
		await(() -> this.collector.attempts.size() == 1);
		this.collector.answer(400);
		await(() -> export.account().dropped(SpanLedger.EXPORTER) == 1);
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void belongsToOne() throws IOException {
		Spool first = Spool.open(this.directory, ROOM);
		assertThatIOException().isThrownBy(() -> Spool.open(this.directory, ROOM)).withMessageContaining("another");
		first.close();
		Spool.open(this.directory, ROOM).close();
	}

	@Test
	void ignoresFilesOfOthers() throws IOException {
		Files.writeString(this.directory.resolve("notes.otlp"), "mine");
		try (Spool spool = Spool.open(this.directory, ROOM)) {
			assertThat(spool.isEmpty()).isTrue();
		}
	}

	private static void await(java.util.concurrent.Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
	}

	private long files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> SpoolFile.of(file) != null).count();
		}
	}

}
