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

package io.sightline.slo.autoconfigure;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.sightline.slo.EventCount;
import io.sightline.slo.Objective;
import io.sightline.slo.ObjectiveType;
import io.sightline.slo.SloState;
import io.sightline.slo.SloTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SloStateFileTests {

	private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

	@TempDir
	Path directory;

	@Test
	void restoresWhatItSaved() {
		SloTracker before = tracker();
		before.add(990, 10);
		file(NOW).save(List.of(before));
		SloTracker after = tracker();
		file(NOW).restore(List.of(after));
		assertThat(after.count(Duration.ofMinutes(5))).isEqualTo(new EventCount(990, 10));
	}

	@Test
	void agesWhatItSaved() {
		SloTracker before = tracker();
		before.add(990, 10);
		file(NOW).save(List.of(before));
		SloTracker after = tracker();
		file(NOW.plus(Duration.ofHours(2))).restore(List.of(after));
		assertThat(after.count(Duration.ofHours(1)).total()).isZero();
		assertThat(after.count(Duration.ofHours(6)).total()).isEqualTo(1_000);
		assertThat(after.observed()).isCloseTo(Duration.ofHours(2), Duration.ofSeconds(5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT1H", "P1D" })
	void takesAClockThatWasSetBackForNow(Duration back) {
		SloTracker before = tracker();
		before.add(990, 10);
		file(NOW).save(List.of(before));
		SloTracker after = tracker();
		file(NOW.minus(back)).restore(List.of(after));
		assertThat(after.count(Duration.ofMinutes(5)).total()).isEqualTo(1_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT1H", "P1D" })
	void keepsAgesWhenTheClockWasSetBack(Duration back) {
		AtomicLong nanos = new AtomicLong();
		SloTracker before = new SloTracker(tracker().objective(), nanos::get);
		before.add(990, 10);
		before.status();
		nanos.addAndGet(Duration.ofHours(2).toNanos());
		file(NOW).save(List.of(before));
		SloTracker after = tracker();
		file(NOW.minus(back)).restore(List.of(after));
		assertThat(after.count(Duration.ofHours(1)).total()).isZero();
		assertThat(after.count(Duration.ofHours(6)).total()).isEqualTo(1_000);
		assertThat(after.observed()).isCloseTo(Duration.ofHours(2), Duration.ofSeconds(5));
	}

	@Test
	void leavesOutWhatHasNotHappened() throws IOException {
		Files.writeString(this.directory.resolve("state.json"), """
				{"version":1,"saved_at":"2026-03-04T05:06:07Z","objectives":[{"name":"checkout",
				"since":"2026-03-05T05:06:07Z","slots":[
				{"start":"2026-03-05T05:00:00Z","seconds":300,"good":9900,"bad":100}]}]}
				""");
		SloTracker tracker = tracker();
		file(NOW).restore(List.of(tracker));
		assertThat(tracker.status().state()).isEqualTo(SloState.NO_DATA);
	}

	@Test
	void leavesNothingBehindWhenItCannotSave() throws IOException {
		Files.createDirectories(this.directory.resolve("state.json/in-the-way"));
		file(NOW).save(List.of(tracker()));
		assertThat(this.directory.toFile().list()).containsExactly("state.json");
	}

	@Test
	void readsHistoryFromElsewhere() throws IOException {
		Files.writeString(this.directory.resolve("state.json"), """
				{"version":1,"objectives":[{"name":"checkout","since":"2026-02-02T05:06:07Z","slots":[
				{"start":"2026-03-03T05:00:00Z","seconds":3600,"good":9900,"bad":100}]}]}
				""");
		SloTracker tracker = tracker();
		file(NOW).restore(List.of(tracker));
		assertThat(tracker.status().state()).isEqualTo(SloState.EXHAUSTED);
		assertThat(tracker.status().budget().coverage()).isEqualTo(BigDecimal.ONE);
		assertThat(tracker.count(Duration.ofDays(30)).bad()).isEqualTo(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"objectives\":[{\"name\":\"checkout\",\"since\":\"yesterday\"}]}",
			"{\"objectives\":[{\"name\":\"checkout\",\"since\":\"2026-03-03T05:00:00Z\",\"slots\":[{\"good\":-1}]}]}" })
	void startsWithoutAStateThatCannotBeRead(String content) throws IOException {
		Files.writeString(this.directory.resolve("state.json"), content);
		SloTracker tracker = tracker();
		file(NOW).restore(List.of(tracker));
		assertThat(tracker.status().state()).isEqualTo(SloState.NO_DATA);
	}

	@Test
	void goesOnWithoutAFileThatCannotBeWritten() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		new SloStateFile(file.resolve("state.json")).save(List.of(tracker()));
		assertThat(file).isEmptyFile();
	}

	@Test
	void leavesNothingBehindButTheFile() throws IOException {
		file(NOW).save(List.of(tracker()));
		file(NOW).save(List.of(tracker()));
		assertThat(this.directory.toFile().list()).containsExactly("state.json");
		assertThat(Files.size(this.directory.resolve("state.json"))).isCloseTo(150L, within(100L));
	}

	private SloStateFile file(Instant now) {
		return new SloStateFile(this.directory.resolve("state.json"), Clock.fixed(now, ZoneOffset.UTC));
	}

	private static SloTracker tracker() {
		return new SloTracker(new Objective("checkout", ObjectiveType.AVAILABILITY, new BigDecimal("99.9"),
				Duration.ofDays(30), null, 2), System::nanoTime);
	}

}
