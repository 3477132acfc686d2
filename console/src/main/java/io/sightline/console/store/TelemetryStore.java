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

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what is received. One thread writes; what comes faster than it can write is
 * refused and counted. Thread-safe.
 */
public final class TelemetryStore implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(TelemetryStore.class);

	private static final long IDLE_MILLIS = 500;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final long REMINDER_NANOS = Duration.ofMinutes(1).toNanos();

	private static final int QUERY_SECONDS = 10;

	private final DuckDatabase database;

	private final Shelf<Span> spans;

	private final Shelf<LogLine> logs;

	private final PointLayout pointLayout;

	private final Shelf<Point> points;

	private final Backlog backlog;

	private final InstantSource clock;

	private final Duration maxAge;

	private final LongAdder refused = new LongAdder();

	private final LongAdder lost = new LongAdder();

	private final Thread thread;

	private volatile boolean closing;

	private long warned = System.nanoTime() - REMINDER_NANOS;

	private TelemetryStore(DuckDatabase database, StoreProperties properties, InstantSource clock) throws SQLException {
		this.database = database;
		this.spans = new Shelf<>(this.database, new SpanLayout(), properties.spans());
		this.logs = new Shelf<>(this.database, new LogLayout(), properties.logs());
		this.pointLayout = new PointLayout(properties.maxSeries());
		this.points = new Shelf<>(this.database, this.pointLayout, properties.points());
		this.backlog = new Backlog(properties.maxPending(), properties.maxPendingSize().toBytes());
		this.clock = clock;
		this.maxAge = properties.maxAge();
		this.thread = new Thread(this::write, "console-store");
		this.thread.setDaemon(true);
	}

	static TelemetryStore start(StoreProperties properties, InstantSource clock) throws SQLException {
		Path file = properties.path();
		try {
			TelemetryStore store = open(file, properties, clock);
			store.thread.start();
			return store;
		}
		catch (SQLException ex) {
			if (file != null) {
				throw new StoreFileException(file, ex);
			}
			throw ex;
		}
	}

	private static TelemetryStore open(@Nullable Path file, StoreProperties properties, InstantSource clock)
			throws SQLException {
		DuckDatabase database = DuckDatabase.open(file, properties.memoryLimit());
		try {
			return new TelemetryStore(database, properties, clock);
		}
		catch (SQLException | RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/**
	 * Keep a batch, soon.
	 * @param batch what to keep
	 * @param size the bytes in which it came
	 * @return whether there is room; if not, nothing of it is kept
	 */
	public boolean offer(Batch batch, long size) {
		if (batch.size() == 0) {
			return true;
		}
		boolean taken = !this.closing && this.backlog.offer(batch, size);
		if (!taken) {
			this.refused.add(batch.size());
		}
		return taken;
	}

	/**
	 * Return what reads. It sees the views {@code spans}, {@code facts}, {@code logs},
	 * {@code points} and {@code series}. Values that come from outside are to be
	 * parameters.
	 * @return a client for queries
	 */
	public JdbcClient reader() {
		JdbcTemplate template = new JdbcTemplate(this.database.readers());
		template.setQueryTimeout(QUERY_SECONDS);
		return JdbcClient.create(template);
	}

	/**
	 * Return how full the store is.
	 * @return the state after the last write
	 */
	public StoreStatus status() {
		return new StoreStatus(this.spans.lastStatus(), this.logs.lastStatus(), this.points.lastStatus(),
				this.pointLayout.lastStatus(), this.backlog.items(), this.refused.sum(), this.lost.sum());
	}

	private void write() {
		boolean more = true;
		while (more) {
			try {
				more = writeSome();
			}
			catch (InterruptedException ex) {
				more = !this.closing;
			}
			catch (Throwable ex) {
				// Without this thread nothing would be kept any more, and nobody told.
				warn(ex);
			}
		}
	}

	private boolean writeSome() throws InterruptedException {
		List<Backlog.Entry> entries = this.backlog.take(IDLE_MILLIS);
		try {
			write(entries);
			trim();
		}
		finally {
			entries.forEach(this.backlog::done);
		}
		return !(this.closing && entries.isEmpty());
	}

	/** What waits is written together: one write of many is far cheaper than many. */
	private void write(List<Backlog.Entry> entries) {
		long now = this.clock.millis();
		write(this.spans, batches(entries, Batch::spans), now);
		write(this.logs, batches(entries, Batch::logs), now);
		write(this.points, batches(entries, Batch::points), now);
	}

	private static <T> List<List<T>> batches(List<Backlog.Entry> entries, Function<Batch, List<T>> part) {
		return entries.stream().map((entry) -> part.apply(entry.batch())).filter((items) -> !items.isEmpty()).toList();
	}

	private <T> void write(Shelf<T> shelf, List<List<T>> batches, long now) {
		if (batches.size() > 1) {
			try {
				shelf.add(batches.stream().flatMap(List::stream).toList(), now);
				return;
			}
			catch (Throwable ex) {
				log.debug("Not written together, so one by one", ex);
			}
		}
		batches.forEach((items) -> writeOne(shelf, items, now));
	}

	private <T> void writeOne(Shelf<T> shelf, List<T> items, long now) {
		try {
			shelf.add(items, now);
		}
		catch (Throwable ex) {
			this.lost.add(items.size());
			warn(ex);
			if (String.valueOf(ex.getMessage()).contains("Out of Memory")) {
				relieve(shelf, now);
			}
		}
	}

	/** The bounds are estimates: where they were wrong, less is kept. */
	private void relieve(Shelf<?> shelf, long now) {
		try {
			shelf.dropOldest(now - this.maxAge.toMillis());
		}
		catch (SQLException | RuntimeException ex) {
			warn(ex);
		}
	}

	private void trim() {
		long now = this.clock.millis();
		try {
			this.spans.trim(now);
			this.logs.trim(now);
			this.points.trim(now);
		}
		catch (SQLException | RuntimeException ex) {
			warn(ex);
		}
	}

	private void warn(Throwable ex) {
		long now = System.nanoTime();
		if (now - this.warned < REMINDER_NANOS) {
			return;
		}
		this.warned = now;
		try {
			log.warn("The store cannot write; {} items are lost so far", this.lost.sum(), ex);
		}
		catch (Throwable untold) {
			// Where there is no memory to write, there is none to tell of it.
		}
	}

	@Override
	public void close() throws SQLException {
		this.closing = true;
		try {
			this.thread.join(PATIENCE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.database.close();
	}

}
