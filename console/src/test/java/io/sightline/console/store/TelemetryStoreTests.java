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

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class TelemetryStoreTests {

	@Test
	void writesWhatItIsOffered() throws SQLException {
		try (TelemetryStore store = start(10_000)) {
			assertThat(store.offer(batch(5), 100)).isTrue();
			await().until(() -> store.status().points().rows() == 5);
			assertThat(store.status().pending()).isZero();
		}
	}

	@Test
	void keepsSeriesWithinTheirBoundAndCountsTheRest() throws SQLException {
		try (TelemetryStore store = start(10_000)) {
			List<Point> points = IntStream.range(0, 10)
				.mapToObj((i) -> new Point(1, new Origin("shop", "", "", ""), "meter" + i % 5, "", i, Map.of()))
				.toList();
			store.offer(new Batch(List.of(), List.of(), points), 100);
			await().until(() -> store.status().points().rows() == 6);
			assertThat(store.status().series()).isEqualTo(new SeriesStatus(3, 3, 4));
			assertThat(store.reader().sql("SELECT count(*) FROM series").query(Long.class).single()).isEqualTo(3);
		}
	}

	@Test
	void goesOnAfterAnyFailure() throws SQLException {
		AtomicInteger failures = new AtomicInteger(3);
		InstantSource clock = () -> {
			if (failures.getAndDecrement() > 0) {
				throw new OutOfMemoryError("planted");
			}
			return Instant.now();
		};
		try (TelemetryStore store = TelemetryStore.start(properties(10_000), clock)) {
			await().until(() -> failures.get() < 0);
			store.offer(batch(5), 100);
			await().until(() -> store.status().points().rows() == 5);
		}
	}

	@Test
	void losesWhatCannotBeWrittenOnly() throws SQLException {
		Point bad = new Point(1, new Origin("shop", "", "", ""), "a", "", 1, Map.of("bomb", new Bomb()));
		try (TelemetryStore store = start(10_000)) {
			store.offer(batch(5), 100);
			store.offer(new Batch(List.of(), List.of(), List.of(bad)), 100);
			store.offer(batch(5), 100);
			await().until(() -> store.status().points().rows() == 10 && store.status().lost() == 1);
			assertThat(store.status().pending()).isZero();
			assertThat(store.reader().sql("SELECT count(*) FROM points").query(Long.class).single()).isEqualTo(10);
		}
	}

	@Test
	void countsWhatItRefuses() throws SQLException {
		try (TelemetryStore store = start(10_000)) {
			store.close();
			assertThat(store.offer(batch(5), 100)).isFalse();
			assertThat(store.status().refused()).isEqualTo(5);
		}
	}

	@Test
	void readsNeitherFilesNorSettings() throws SQLException {
		try (TelemetryStore store = start(10_000)) {
			for (String sql : List.of("SELECT * FROM read_text('/etc/hostname')", "COPY logs TO '/dev/null'",
					"SET enable_external_access=true", "INSTALL httpfs")) {
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> store.reader().sql(sql).query().listOfRows());
			}
		}
	}

	@Test
	void leavesNoThreadBehind() throws SQLException {
		TelemetryStore store = start(10_000);
		store.close();
		assertThat(Thread.getAllStackTraces().keySet())
			.noneMatch((thread) -> thread.getName().equals("console-store") && thread.isAlive());
	}

	@Test
	void refusesBoundsThatCannotHold() {
		assertThatIllegalArgumentException().isThrownBy(() -> properties(0)).withMessageContaining("max-spans");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StoreProperties(1, 1, 1, 1, DataSize.ofMegabytes(2), Duration.ofHours(1), 1,
					DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), ""))
			.withMessageContaining("memory-limit");
	}

	private static TelemetryStore start(long rows) throws SQLException {
		return TelemetryStore.start(properties(rows), InstantSource.system());
	}

	private static StoreProperties properties(long rows) {
		return new StoreProperties(rows, rows, rows, 3, DataSize.ofMegabytes(50), Duration.ofHours(1), 1000,
				DataSize.ofMegabytes(1), DataSize.ofMegabytes(200), "");
	}

	private static Batch batch(int size) {
		Origin origin = new Origin("shop", "", "", "");
		return new Batch(List.of(), List.of(),
				java.util.Collections.nCopies(size, new Point(1, origin, "a", "", 1, Map.of())));
	}

	/**
	 * Cannot be written.
	 */
	public static final class Bomb {

		public String getFuse() {
			throw new OutOfMemoryError("planted");
		}

	}

}
