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

package io.sightline.tracing.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.sightline.context.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.lang.Contract;

/**
 * Observes what data sources execute, as soon as it is told where to. Nothing that goes
 * wrong in an observation reaches the statement.
 */
public final class JdbcObservations {

	private static final Logger logger = LoggerFactory.getLogger(JdbcObservations.class);

	private static final int MAX_DATABASES = 64;

	private final boolean parentless;

	private final int maxQueryLength;

	private final Map<String, StatementObserver> observers = new ConcurrentHashMap<>();

	private final AtomicBoolean failed = new AtomicBoolean();

	private volatile ObservationRegistry registry = ObservationRegistry.NOOP;

	/**
	 * Creates observations that observe nothing yet.
	 * @param parentless whether to observe statements outside of any trace or observation
	 * @param maxQueryLength number of characters of a statement to keep
	 */
	public JdbcObservations(boolean parentless, int maxQueryLength) {
		this.parentless = parentless;
		this.maxQueryLength = maxQueryLength;
	}

	/**
	 * Start to observe.
	 * @param registry where to
	 */
	public void to(ObservationRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Observe the statements of a connection.
	 * @param connection the connection
	 * @return a connection to use instead, or the same if it is observed already
	 */
	@Contract("!null -> !null")
	public @Nullable Connection observe(@Nullable Connection connection) {
		if (connection == null || isObserved(connection)) {
			return connection;
		}
		return new ObservedConnection(connection, observer(url(connection)));
	}

	private static boolean isObserved(Connection connection) {
		try {
			return connection.isWrapperFor(ObservedConnection.class);
		}
		catch (SQLException | RuntimeException ex) {
			return false;
		}
	}

	private StatementObserver observer(String url) {
		StatementObserver observer = this.observers.get(url);
		if (observer != null) {
			return observer;
		}
		StatementObserver created = new StatementObserver(this, Database.ofUrl(url), this.maxQueryLength);
		if (this.observers.size() < MAX_DATABASES) {
			StatementObserver other = this.observers.putIfAbsent(url, created);
			return (other != null) ? other : created;
		}
		return created;
	}

	private static String url(Connection connection) {
		try {
			DatabaseMetaData metadata = connection.getMetaData();
			String url = (metadata != null) ? metadata.getURL() : null;
			return (url != null) ? url : "";
		}
		catch (SQLException | RuntimeException ex) {
			return "";
		}
	}

	boolean isActive() {
		Observation parent = this.registry.getCurrentObservation();
		if (parent != null) {
			return !parent.isNoop();
		}
		return !this.registry.isNoop() && (this.parentless || CurrentTrace.span() != null);
	}

	@Nullable Observation start(Supplier<JdbcQueryContext> context) {
		try {
			return Observation.createNotStarted(null, JdbcQueryConvention.INSTANCE, context, this.registry).start();
		}
		catch (RuntimeException ex) {
			report(ex);
			return null;
		}
	}

	void error(Observation observation, Throwable error) {
		try {
			observation.error(error);
		}
		catch (RuntimeException ex) {
			report(ex);
		}
	}

	void stop(Observation observation) {
		try {
			observation.stop();
		}
		catch (RuntimeException ex) {
			report(ex);
		}
	}

	private void report(RuntimeException ex) {
		if (this.failed.compareAndSet(false, true)) {
			logger.warn("Could not observe a statement, which was executed all the same. Said once.", ex);
		}
	}

}
