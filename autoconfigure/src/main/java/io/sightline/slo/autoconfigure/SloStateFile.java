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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.sightline.slo.HistorySlot;
import io.sightline.slo.SloTracker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * The events of the period in a file. Times in it are of the wall clock, the only one
 * that two processes share.
 */
final class SloStateFile {

	private static final Logger logger = LoggerFactory.getLogger(SloStateFile.class);

	private static final Duration INTERVAL = Duration.ofMinutes(1);

	private static final int VERSION = 1;

	private static final JsonWriter<State> WRITER = JsonWriter.of((state) -> {
		state.add("version", VERSION);
		state.add("saved_at", State::savedAt).as(Instant::toString);
		state.add("objectives", State::objectives);
	});

	private final Path file;

	private final Clock clock;

	private long savedAt = System.nanoTime();

	SloStateFile(Path file) {
		this(file, Clock.systemUTC());
	}

	SloStateFile(Path file, Clock clock) {
		this.file = file;
		this.clock = clock;
	}

	void saveSometimes(List<SloTracker> trackers) {
		if (System.nanoTime() - this.savedAt >= INTERVAL.toNanos()) {
			save(trackers);
		}
	}

	void save(List<SloTracker> trackers) {
		this.savedAt = System.nanoTime();
		Instant now = this.clock.instant();
		List<Map<String, Object>> objectives = trackers.stream().map((tracker) -> objective(tracker, now)).toList();
		try {
			replace(WRITER.writeToString(new State(now, objectives)));
		}
		catch (IOException ex) {
			logger.warn("The state of objectives could not be saved to {}, which is tried again: {}", this.file,
					ex.toString());
		}
	}

	/**
	 * Who reads the file sees all of the old content or all of the new one.
	 */
	private void replace(String content) throws IOException {
		Path directory = this.file.toAbsolutePath().getParent();
		Path next = Files.createTempFile(Files.createDirectories(directory), "slo", ".json");
		try {
			Files.writeString(next, content);
			Files.move(next, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(next);
		}
	}

	private static Map<String, Object> objective(SloTracker tracker, Instant now) {
		List<Map<String, Object>> slots = tracker.history()
			.stream()
			.map((slot) -> Map.<String, Object>of("start", now.minus(slot.age()).toString(), "seconds",
					slot.length().toSeconds(), "good", slot.good(), "bad", slot.bad()))
			.toList();
		return Map.of("name", tracker.objective().name(), "since", now.minus(tracker.observed()).toString(), "slots",
				slots);
	}

	void restore(List<SloTracker> trackers) {
		if (!Files.exists(this.file)) {
			return;
		}
		try {
			Map<String, Object> state = JsonParserFactory.getJsonParser().parseMap(Files.readString(this.file));
			Instant now = now(state.get("saved_at"));
			for (Object objective : list(state, "objectives")) {
				Map<?, ?> values = (Map<?, ?>) objective;
				trackers.stream()
					.filter((tracker) -> tracker.objective().name().equals(values.get("name")))
					.forEach((tracker) -> restore(tracker, values, now));
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The state of objectives in {} cannot be read and is left out: {}", this.file, ex.toString());
		}
	}

	private static void restore(SloTracker tracker, Map<?, ?> values, Instant now) {
		List<HistorySlot> slots = new ArrayList<>();
		for (Object slot : list(values, "slots")) {
			Map<?, ?> fields = (Map<?, ?>) slot;
			Duration age = age(fields.get("start"), now);
			if (!age.isNegative()) {
				slots.add(new HistorySlot(age, Duration.ofSeconds(number(fields, "seconds")), number(fields, "good"),
						number(fields, "bad")));
			}
		}
		Duration observed = age(values.get("since"), now);
		tracker.restore(slots, observed.isNegative() ? Duration.ZERO : observed);
	}

	/**
	 * The time that ages are told from. A file of the future was written before the clock
	 * was set back: then no time has passed since, as far as anybody knows.
	 */
	private Instant now(@Nullable Object savedAt) {
		Instant now = this.clock.instant();
		Instant saved = (savedAt != null) ? Instant.parse(savedAt.toString()) : now;
		return saved.isAfter(now) ? saved : now;
	}

	private static Duration age(@Nullable Object time, Instant now) {
		return Duration.between(Instant.parse(String.valueOf(time)), now);
	}

	private static List<?> list(Map<?, ?> values, String name) {
		return (values.get(name) instanceof List<?> list) ? list : List.of();
	}

	private static long number(Map<?, ?> values, String name) {
		return Long.parseLong(String.valueOf(values.get(name)));
	}

	/**
	 * What the file holds.
	 *
	 * @param savedAt when it was written
	 * @param objectives each with its events
	 */
	private record State(Instant savedAt, List<Map<String, Object>> objectives) {

	}

}
