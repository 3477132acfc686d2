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

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has done so far. Safe for use by multiple threads, without locks
 * and in one object.
 */
public final class WorkCounters {

	private static final AtomicLongFieldUpdater<WorkCounters> DB_QUERIES = updater("dbQueries");

	private static final AtomicLongFieldUpdater<WorkCounters> DB_NANOS = updater("dbNanos");

	private static final AtomicLongFieldUpdater<WorkCounters> HTTP_CALLS = updater("httpCalls");

	private static final AtomicLongFieldUpdater<WorkCounters> HTTP_NANOS = updater("httpNanos");

	private static final AtomicLongFieldUpdater<WorkCounters> LOG_ERRORS = updater("logErrors");

	private static final AtomicLongFieldUpdater<WorkCounters> LOG_WARNINGS = updater("logWarnings");

	private volatile long dbQueries;

	private volatile long dbNanos;

	private volatile long httpCalls;

	private volatile long httpNanos;

	private volatile long logErrors;

	private volatile long logWarnings;

	private volatile @Nullable Object lastLogged;

	private static AtomicLongFieldUpdater<WorkCounters> updater(String field) {
		return AtomicLongFieldUpdater.newUpdater(WorkCounters.class, field);
	}

	void dbQuery(long nanos) {
		DB_QUERIES.incrementAndGet(this);
		DB_NANOS.addAndGet(this, nanos);
	}

	void httpClientCall(long nanos) {
		HTTP_CALLS.incrementAndGet(this);
		HTTP_NANOS.addAndGet(this, nanos);
	}

	/**
	 * Counts a log event once, however many appenders it passes.
	 */
	void logged(Object event, boolean error) {
		if (this.lastLogged != event) {
			this.lastLogged = event;
			(error ? LOG_ERRORS : LOG_WARNINGS).incrementAndGet(this);
		}
	}

	public long dbQueries() {
		return this.dbQueries;
	}

	public long dbNanos() {
		return this.dbNanos;
	}

	public long httpClientCalls() {
		return this.httpCalls;
	}

	public long httpClientNanos() {
		return this.httpNanos;
	}

	public long logErrors() {
		return this.logErrors;
	}

	public long logWarnings() {
		return this.logWarnings;
	}

}
