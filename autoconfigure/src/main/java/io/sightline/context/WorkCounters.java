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

package io.sightline.context;

import java.util.concurrent.atomic.AtomicLongArray;

import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has done so far. Safe for use by multiple threads, without locks.
 */
public final class WorkCounters {

	private static final int DB_QUERIES = 0;

	private static final int DB_NANOS = 1;

	private static final int HTTP_CALLS = 2;

	private static final int HTTP_NANOS = 3;

	private static final int LOG_ERRORS = 4;

	private static final int LOG_WARNINGS = 5;

	private final AtomicLongArray counts = new AtomicLongArray(6);

	private volatile @Nullable Object lastLogged;

	void dbQuery(long nanos) {
		this.counts.incrementAndGet(DB_QUERIES);
		this.counts.addAndGet(DB_NANOS, nanos);
	}

	void httpClientCall(long nanos) {
		this.counts.incrementAndGet(HTTP_CALLS);
		this.counts.addAndGet(HTTP_NANOS, nanos);
	}

	/**
	 * Counts a log event once, however many appenders it passes.
	 */
	void logged(Object event, boolean error) {
		if (this.lastLogged != event) {
			this.lastLogged = event;
			this.counts.incrementAndGet((error) ? LOG_ERRORS : LOG_WARNINGS);
		}
	}

	public long dbQueries() {
		return this.counts.get(DB_QUERIES);
	}

	public long dbNanos() {
		return this.counts.get(DB_NANOS);
	}

	public long httpClientCalls() {
		return this.counts.get(HTTP_CALLS);
	}

	public long httpClientNanos() {
		return this.counts.get(HTTP_NANOS);
	}

	public long logErrors() {
		return this.counts.get(LOG_ERRORS);
	}

	public long logWarnings() {
		return this.counts.get(LOG_WARNINGS);
	}

}
