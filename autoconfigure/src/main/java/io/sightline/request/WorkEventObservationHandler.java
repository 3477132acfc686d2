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

package io.sightline.request;

import java.util.function.Function;
import java.util.function.Predicate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.sightline.context.CurrentTrace;
import io.sightline.context.WorkContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a unit of work of each observation of a kind, and writes its event when it is
 * over.
 */
public final class WorkEventObservationHandler implements ObservationHandler<Observation.Context> {

	private final String type;

	private final Predicate<Observation.Context> kind;

	private final Function<Observation.Context, String> name;

	private final WorkEventLog log;

	/**
	 * Creates a handler.
	 * @param type what kind of work it is
	 * @param kind the observations of the kind
	 * @param name tells what was done
	 * @param log writes the events
	 */
	public WorkEventObservationHandler(String type, Predicate<Observation.Context> kind,
			Function<Observation.Context, String> name, WorkEventLog log) {
		this.type = type;
		this.kind = kind;
		this.name = name;
		this.log = log;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.kind.test(context);
	}

	@Override
	public void onStart(Observation.Context context) {
		context.put(this, new Work(new WorkContext(this.type)));
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		Work work = context.get(this);
		if (work != null) {
			if (work.context.trace() == null) {
				work.context.trace(CurrentTrace.span());
			}
			work.scope = work.context.open();
		}
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		Work work = context.get(this);
		if (work != null && work.scope != null) {
			work.scope.close();
			work.scope = null;
		}
	}

	@Override
	public void onStop(Observation.Context context) {
		Work work = context.get(this);
		if (work != null) {
			work.context.error(context.getError());
			this.log.ended(work.context, this.name.apply(context));
		}
	}

	/**
	 * Work with the scope that is open; both belong to the thread that works.
	 */
	private static final class Work {

		private final WorkContext context;

		private WorkContext.@Nullable Scope scope;

		Work(WorkContext context) {
			this.context = context;
		}

	}

}
