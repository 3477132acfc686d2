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

package io.sightline.tracing.semconv;

import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * The span and the scopes of an observation. Nearly always one thread has one open at a
 * time, and a field remembers it without the map that each further thread has an entry
 * in.
 */
public final class OneScopeTracingContext extends TracingContext {

	private final AtomicReference<@Nullable Opened> opened = new AtomicReference<>();

	@Override
	public CurrentTraceContext.@Nullable Scope getScope() {
		Opened current = this.opened.get();
		return (current != null && current.isOfThisThread()) ? current.scope() : super.getScope();
	}

	@Override
	public void setScope(CurrentTraceContext.@Nullable Scope scope) {
		Opened current = this.opened.get();
		Opened next = (scope != null) ? new Opened(Thread.currentThread(), scope) : null;
		if (current != null && current.isOfThisThread()) {
			this.opened.set(next);
		}
		else if (next == null || current != null || super.getScope() != null
				|| !this.opened.compareAndSet(null, next)) {
			super.setScope(scope);
		}
	}

	private record Opened(Thread thread, CurrentTraceContext.Scope scope) {

		boolean isOfThisThread() {
			return this.thread == Thread.currentThread();
		}

	}

}
