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

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.sightline.report.Delivery;
import io.sightline.tracing.sampling.SpanLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanPipeline}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpanPipelineTests {

	private static final String OUTAGE = "Spans cannot be delivered";

	private final Collector collector = new Collector();

	@AfterEach
	void stop() {
		this.collector.close();
	}

	@Test
	void deliversAndAccounts() {
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace(35);
		assertThat(export.pipeline.forceFlush().join(5, TimeUnit.SECONDS).isSuccess()).isTrue();
		assertThat(this.collector.spans).hasSize(35);
		assertThat(export.account().exported()).isEqualTo(35);
		assertThat(export.account().size().mean()).isBetween(50.0, 1000.0);
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void triesAgainAndTellsOfAnOutageOnce(CapturedOutput output) {
		this.collector.answer(503);
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace("patient");
		Awaitility.await().until(() -> this.collector.attempts.size() == 2);
		this.collector.accept();
		Awaitility.await().until(() -> this.collector.spans.size() == 1);
		assertThat(output).doesNotContain(OUTAGE);
		export.close();
	}

	@Test
	void givesUpAfterFiveAttempts(CapturedOutput output) {
		this.collector.answer(503);
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace("lost");
		await().until(() -> export.account().dropped(SpanLedger.EXPORTER) == 1);
		assertThat(this.collector.attempts).hasSize(5);
		Delivery delivery = export.pipeline.deliveries().get(0);
		assertThat(delivery.failures()).isEqualTo(5);
		assertThat(delivery.lastFailure()).hasFieldOrPropertyWithValue("reason", "HTTP status 503");
		assertThat(delivery.lastSuccess()).isNull();
		this.collector.accept();
		export.trace("found");
		await().until(() -> this.collector.names().contains("found"));
		assertThat(output.getOut().split(OUTAGE, -1)).hasSize(2);
		await().until(() -> output.getOut().contains("1 spans were lost"));
		assertThat(delivery.receiver()).isEqualTo(this.collector.url());
		assertThat(delivery.attempts()).isEqualTo(6);
		assertThat(delivery.lastSuccess()).isNotNull();
		export.close();
	}

	@Test
	void waitsAsLongAsTheReceiverAsks() {
		this.collector.answer(429, "3");
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace("patient");
		await().until(() -> this.collector.attempts.size() == 2);
		long nanos = this.collector.attempts.get(1) - this.collector.attempts.get(0);
		assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofMillis(2950), Duration.ofSeconds(8));
		export.close();
	}

	@Test
	void takesNoteOfWhatTheReceiverRefuses() {
		this.collector.reject(2);
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace(5);
		export.pipeline.forceFlush().join(5, TimeUnit.SECONDS);
		assertThat(export.account().exported()).isEqualTo(3);
		assertThat(export.account().dropped(SpanLedger.REJECTED)).isEqualTo(2);
		assertThat(this.collector.attempts).hasSizeLessThanOrEqualTo(5);
		export.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 500, 302 })
	void doesNotRepeatWhatIsNotWanted(int status) {
		this.collector.answer(status);
		assertRefusedAtOnce();
	}

	@Test
	void doesNotBelieveAnswerThatIsNotOtlp() {
		this.collector.answer("<html>Welcome</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertRefusedAtOnce();
	}

	@Test
	void readsNoEndlessAnswer() {
		this.collector.answer(new byte[5 << 20]);
		assertRefusedAtOnce();
	}

	private void assertRefusedAtOnce() {
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace("refused");
		await().until(() -> export.account().dropped(SpanLedger.EXPORTER) == 1);
		assertThat(this.collector.attempts).hasSize(1);
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void goesOnAfterAnError() {
		StubExporter exporter = new StubExporter.Failing(new NoClassDefFoundError("gone"));
		ExportFixture export = ExportFixture.to(exporter);
		export.trace("first");
		await().until(() -> export.account().dropped(SpanLedger.EXPORTER) == 1);
		export.trace("second");
		await().until(() -> export.account().exported() == 1);
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void keepsRoomForErrorsWhenFull() throws InterruptedException {
		CountDownLatch hanging = new CountDownLatch(1);
		ExportFixture export = ExportFixture.to(new StubExporter.Hanging(hanging));
		export.trace(100);
		export.fail("error");
		assertThat(export.account().dropped(SpanLedger.QUEUE_FULL)).isBetween(10L, 20L);
		assertThat(export.account().difference()).isZero();
		hanging.countDown();
		await().until(() -> export.account().exported() > 80);
		assertThat(export.account().difference()).isZero();
		export.close();
	}

	@Test
	void stuckExporterDoesNotStopAnother() {
		CountDownLatch hanging = new CountDownLatch(1);
		InMemorySpanExporter healthy = InMemorySpanExporter.create();
		ExportFixture export = ExportFixture.to(new StubExporter.Hanging(hanging), healthy);
		export.trace(5);
		await().until(() -> healthy.getFinishedSpanItems().size() == 5);
		assertThat(export.pipeline.ledgers().get(1).account().signal()).isEqualTo("spans.inmemory");
		assertThat(export.pipeline.ledgers().get(1).account().difference()).isZero();
		hanging.countDown();
		export.close();
	}

	@Test
	void endsAtOnceWithReceiver() {
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace(50);
		assertThat(duration(export)).isLessThan(Duration.ofSeconds(2));
		assertThat(this.collector.spans).hasSize(50);
	}

	@Test
	void endsAtOnceWithoutReceiver(CapturedOutput output) {
		this.collector.close();
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace(5);
		assertThat(duration(export)).isLessThan(Duration.ofSeconds(2));
		assertThat(export.account().dropped(SpanLedger.SHUTDOWN)).isEqualTo(5);
		assertThat(output).contains("5 spans could not be delivered");
	}

	@Test
	void endsInTimeWithReceiverThatHangs() {
		CountDownLatch hanging = new CountDownLatch(1);
		this.collector.answer((exchange) -> {
			try {
				hanging.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		ExportFixture export = ExportFixture.otlp(this.collector.url());
		export.trace(5);
		await().until(() -> !this.collector.attempts.isEmpty());
		assertThat(duration(export)).isLessThan(Duration.ofSeconds(5));
		assertThat(export.account().dropped(SpanLedger.SHUTDOWN)).isEqualTo(5);
		assertThat(export.account().difference()).isZero();
		hanging.countDown();
	}

	@Test
	void leavesNoThreadBehind() {
		for (int i = 0; i < 20; i++) {
			ExportFixture.otlp(this.collector.url()).close();
		}
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("sightline-span")));
	}

	private static Duration duration(ExportFixture export) {
		long start = System.nanoTime();
		export.close();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static org.awaitility.core.ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(40));
	}

}
