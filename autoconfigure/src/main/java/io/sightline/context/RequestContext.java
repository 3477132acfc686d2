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

	private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

	private final String requestId;

	private final String method;

	private final String path;

	private final boolean noise;

	private volatile @Nullable String route;

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
		CURRENT.remove();
	}

	static void bind(@Nullable RequestContext context) {
		if (context != null) {
			CURRENT.set(context);
		}
		else {
			CURRENT.remove();
		}
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
		return this.route;
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
	 * Ends the binding of a context to a thread.
	 */
	@FunctionalInterface
	public interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
