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

package io.sightline.logging.otlp;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.sightline.ledger.SignalLedger;
import io.sightline.logging.json.TextPolicy;
import io.sightline.pressure.Pressure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LogExport}.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class LogExportTests {

	private final TestExporter exporter = new TestExporter();

	private volatile boolean scarce;

	private final LogExport export = new LogExport(this.exporter, Events.records(TextPolicy.NONE),
			new LogExportSettings(10, 5, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(300)),
			() -> this.scarce);

	@AfterEach
	void stop() {
		this.exporter.release.countDown();
		this.export.stop();
		assertThat(this.export.ledger().difference()).isZero();
	}

	@Test
	void deliversInBatches() {
		log(8);
		this.export.start();
		await().until(() -> this.exporter.bodies().size() == 8);
		assertThat(this.exporter.bodies()).startsWith("line 0").endsWith("line 7");
		assertThat(this.exporter.batches).allSatisfy((batch) -> assertThat(batch).hasSizeLessThanOrEqualTo(5));
		await().until(() -> this.export.ledger().exported() == 8);
	}

	@Test
	void countsWhatFindsNoRoom() {
		log(25);
		assertThat(this.export.ledger().dropped(LogExport.QUEUE_FULL)).isEqualTo(15);
		assertThat(this.export.ledger().queued()).isEqualTo(10);
	}

	@Test
	void letsGoOfWhatWaitsWhenMemoryIsScarce() {
		for (int i = 0; i < 8; i++) {
			this.export.accept(Events.unimportant("line " + i));
		}
		this.scarce = true;
		this.export.relieve();
		assertThat(this.export.ledger().queued()).isEqualTo(1);
		assertThat(this.export.ledger().dropped(Pressure.REASON)).isEqualTo(7);
	}

	@Test
	void countsWhatCannotBeDeliveredAndSaysSoOnce(CapturedOutput output) {
		this.exporter.answer = (batch) -> CompletableResultCode.ofFailure();
		this.export.start();
		log(5);
		await().until(() -> this.export.ledger().dropped(LogExport.EXPORTER) == 5);
		log(5);
		await().until(() -> this.export.ledger().dropped(LogExport.EXPORTER) == 10);
		this.exporter.answer = (batch) -> CompletableResultCode.ofSuccess();
		log(1);
		await().until(() -> output.getOut().contains("Log events are exported again; 10 were lost"));
		assertThat(output.getOut().split("Log events cannot be exported", -1)).hasSize(2);
		assertThat(this.export.attempts().failures()).isEqualTo(2);
		assertThat(this.export.attempts().attempts()).isEqualTo(3);
		assertThat(this.export.attempts().lastSuccess()).isNotNull();
	}

	@Test
	void goesOnAfterAnErrorOfTheExporter() {
		this.exporter.answer = (batch) -> {
			throw new NoClassDefFoundError("gone");
		};
		this.export.start();
		log(2);
		await().until(() -> this.export.ledger().dropped(LogExport.EXPORTER) == 2);
		this.exporter.answer = (batch) -> CompletableResultCode.ofSuccess();
		log(2);
		await().until(() -> this.export.ledger().exported() == 2);
	}

	@Test
	void givesUpOnAReceiverThatDoesNotAnswer() {
		this.exporter.answer = (batch) -> new CompletableResultCode();
		this.export.start();
		log(1);
		await().until(() -> this.export.ledger().dropped(LogExport.EXPORTER) == 1);
	}

	@Test
	void deliversWhatIsLeftWhenItStops() {
		this.export.start();
		log(7);
		this.export.stop();
		assertThat(this.exporter.bodies()).hasSize(7);
	}

	@Test
	void endsInTimeWhenTheExporterHangs() {
		this.exporter.answer = (batch) -> {
			this.exporter.hang();
			return CompletableResultCode.ofSuccess();
		};
		this.export.start();
		log(10);
		this.export.stop();
		SignalLedger ledger = this.export.ledger();
		long left = ledger.dropped(LogExport.SHUTDOWN);
		// A batch of one to five is on its way.
		assertThat(left).isBetween(5L, 9L);
		log(1);
		assertThat(ledger.dropped(LogExport.SHUTDOWN)).isEqualTo(left + 1);
		this.exporter.release.countDown();
		await().until(() -> ledger.difference() == 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.opentelemetry.exporter.internal.http.HttpExporter", "io.opentelemetry.sdk.logs.X",
			"io.sightline.logging.otlp.LogOutage" })
	void leavesOutWhatExportItselfLogs(String logger) {
		this.export.accept(Events.of(logger, "Failed to export", null));
		assertThat(this.export.ledger().unsampled()).isEqualTo(1);
		assertThat(this.export.ledger().queued()).isZero();
	}

	private void log(int count) {
		for (int i = 0; i < count; i++) {
			this.export.accept(Events.of("shop", "line " + i, null));
		}
	}

	private static final class TestExporter implements LogRecordExporter {

		private final List<Collection<LogRecordData>> batches = new CopyOnWriteArrayList<>();

		private final CountDownLatch release = new CountDownLatch(1);

		private volatile Function<Collection<LogRecordData>, CompletableResultCode> answer = (
				batch) -> CompletableResultCode.ofSuccess();

		@Override
		public CompletableResultCode export(Collection<LogRecordData> logs) {
			CompletableResultCode result = this.answer.apply(logs);
			this.batches.add(logs);
			return result;
		}

		void hang() {
			boolean waiting = true;
			while (waiting) {
				try {
					this.release.await();
					waiting = false;
				}
				catch (InterruptedException ex) {
					// An exporter that ignores interrupts.
				}
			}
		}

		List<String> bodies() {
			return this.batches.stream()
				.flatMap(Collection::stream)
				.map((record) -> (record.getBodyValue() != null) ? record.getBodyValue().asString() : "")
				.toList();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
