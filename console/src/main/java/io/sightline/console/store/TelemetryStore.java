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
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

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

	private TelemetryStore(StoreProperties properties, InstantSource clock) throws SQLException {
		this.database = DuckDatabase.open(properties.memoryLimit());
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
		TelemetryStore store = new TelemetryStore(properties, clock);
		store.thread.start();
		return store;
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
				List<Backlog.Entry> entries = this.backlog.take(IDLE_MILLIS);
				entries.forEach(this::write);
				trim();
				more = !(this.closing && entries.isEmpty());
			}
			catch (InterruptedException ex) {
				more = false;
			}
		}
	}

	private void write(Backlog.Entry entry) {
		Batch batch = entry.batch();
		long now = this.clock.millis();
		write(this.spans, batch.spans(), now);
		write(this.logs, batch.logs(), now);
		write(this.points, batch.points(), now);
		this.backlog.done(entry);
	}

	private <T> void write(Shelf<T> shelf, List<T> items, long now) {
		try {
			shelf.add(items, now);
		}
		catch (SQLException | RuntimeException | OutOfMemoryError ex) {
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
		if (now - this.warned >= REMINDER_NANOS) {
			this.warned = now;
			log.warn("The store cannot write; {} items are lost so far", this.lost.sum(), ex);
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
