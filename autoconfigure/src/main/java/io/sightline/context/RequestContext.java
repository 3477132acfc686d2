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

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What all log lines and spans of one request share. It is bound to the thread that works
 * on the request, and travels with Micrometer's context propagation to other threads and
 * into reactive pipelines.
 * <p>
 * A context may be read by several threads at once while the thread that opened it still
 * adds to it.
 */
public final class RequestContext {

	private static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

	private static final int MAX_USER_ID_LENGTH = 256;

	private final String requestId;

	private final String method;

	private final String path;

	private final boolean noise;

	private final long startNanos = System.nanoTime();

	private final WideEvent wideEvent = new WideEvent();

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile @Nullable String route;

	private volatile @Nullable Supplier<@Nullable String> routeSource;

	private volatile @Nullable String userId;

	private volatile Caller caller = Caller.UNKNOWN;

	private volatile @Nullable Throwable error;

	private volatile boolean failed;

	private volatile boolean synthetic;

	private volatile @Nullable TraceIds trace;

	/**
	 * Creates the context of a request.
	 * @param requestId the id of the request, safe to write anywhere
	 * @param method the HTTP method
	 * @param path the path, without query
	 * @param noise whether the request is not worth telling
	 */
	public RequestContext(String requestId, String method, String path, boolean noise) {
		this.requestId = requestId;
		this.method = method;
		this.path = path;
		this.noise = noise;
	}

	/**
	 * The context of the request that the current thread works on.
	 * @return the context, or {@code null} outside a request
	 */
	public static @Nullable RequestContext current() {
		return CURRENT.get();
	}

	/**
	 * Binds this context to the current thread until the scope is closed.
	 * @return the scope, to be closed by the same thread; closing restores what was bound
	 * before
	 */
	public Scope open() {
		RequestContext previous = CURRENT.get();
		CURRENT.set(this);
		return () -> bind(previous);
	}

	/**
	 * Unbinds whatever context is bound to the current thread.
	 */
	public static void clear() {
		bind(null);
	}

	/**
	 * Keeps the empty entry of a thread: it holds nothing, and to make and remove one for
	 * each request takes longer.
	 */
	static void bind(@Nullable RequestContext context) {
		CURRENT.set(context);
	}

	public String requestId() {
		return this.requestId;
	}

	public String method() {
		return this.method;
	}

	public String path() {
		return this.path;
	}

	public boolean isNoise() {
		return this.noise;
	}

	/**
	 * The route that serves the request, such as <code>/orders/{id}</code>.
	 * @return the route, or {@code null} while it is not known
	 */
	public @Nullable String route() {
		Supplier<@Nullable String> source = this.routeSource;
		if (this.route == null && source != null) {
			this.route = source.get();
		}
		return this.route;
	}

	/**
	 * Sets where the route can be looked up once the framework has found it.
	 * @param source tells the route, or {@code null} while it is not known; must not
	 * throw
	 */
	public void routeSource(Supplier<@Nullable String> source) {
		this.routeSource = source;
	}

	/**
	 * Sets the route, once the framework has found it.
	 * @param route the route
	 */
	public void route(@Nullable String route) {
		this.route = route;
	}

	/**
	 * The server span of the request, also after it has ended: what is logged then, such
	 * as the container's own line about an error, still belongs to it.
	 * @return the ids, or {@code null} if the request is not traced
	 */
	public @Nullable TraceIds trace() {
		return this.trace;
	}

	/**
	 * Sets the server span of the request.
	 * @param trace the ids
	 */
	public void trace(TraceIds trace) {
		this.trace = trace;
	}

	/**
	 * The user on whose behalf the request is.
	 * @return the user, or {@code null} if not known or not to be told
	 */
	public @Nullable String userId() {
		return this.userId;
	}

	/**
	 * Sets the user on whose behalf the request is.
	 * @param userId the user
	 */
	public void userId(@Nullable String userId) {
		this.userId = (userId != null) ? BoundedValues.cut(userId, MAX_USER_ID_LENGTH) : null;
	}

	public Caller caller() {
		return this.caller;
	}

	/**
	 * Sets who sent the request.
	 * @param caller the caller
	 */
	public void caller(Caller caller) {
		this.caller = caller;
	}

	/**
	 * What was thrown, whether or not it was handled.
	 * @return the error, or {@code null} if nothing was thrown
	 */
	public @Nullable Throwable error() {
		return this.error;
	}

	/**
	 * Notes an error that may still be handled.
	 * @param error the error
	 */
	public void error(Throwable error) {
		this.error = error;
	}

	/**
	 * Whether an error was left to the container.
	 * @return {@code true} if nothing handled it
	 */
	public boolean isFailed() {
		return this.failed;
	}

	/**
	 * Notes an error that nothing handled.
	 * @param error the error
	 */
	public void fail(Throwable error) {
		this.error = error;
		this.failed = true;
	}

	/**
	 * Whether no user caused the request, such as a probe of a whole purchase.
	 * @return {@code true} if it does not count for objectives
	 */
	public boolean isSynthetic() {
		return this.synthetic;
	}

	/**
	 * Notes that no user caused the request.
	 */
	public void synthetic() {
		this.synthetic = true;
	}

	/**
	 * The time since the request came in.
	 * @return nanoseconds of a monotonic clock
	 */
	public long elapsedNanos() {
		return System.nanoTime() - this.startNanos;
	}

	/**
	 * The event that sums up the request.
	 * @return the event
	 */
	public WideEvent wideEvent() {
		return this.wideEvent;
	}

	/**
	 * Counts a query of a database.
	 * @param nanos how long it took, in nanoseconds
	 */
	public void dbQuery(long nanos) {
		this.wideEvent.dbQuery(nanos);
	}

	/**
	 * Ends the request.
	 * @return {@code true} for the first caller only
	 */
	public boolean end() {
		return this.ended.compareAndSet(false, true);
	}

	/**
	 * Ends the binding of a context to a thread.
	 */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
