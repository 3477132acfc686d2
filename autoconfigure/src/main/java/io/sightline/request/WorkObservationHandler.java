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

import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.sightline.context.WideEvent;
import org.jspecify.annotations.Nullable;

/**
 * Counts observations of one kind for the unit of work that they are started in.
 */
public final class WorkObservationHandler implements ObservationHandler<Observation.Context> {

	private final Predicate<Observation.Context> kind;

	private final ObjLongConsumer<WideEvent> counter;

	/**
	 * Creates a handler.
	 * @param kind the observations that count; asked when an observation is created,
	 * which may have no name then, and when it starts
	 * @param counter counts one of some nanoseconds
	 */
	public WorkObservationHandler(Predicate<Observation.Context> kind, ObjLongConsumer<WideEvent> counter) {
		this.kind = kind;
		this.counter = counter;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.kind.test(context);
	}

	@Override
	public void onStart(Observation.Context context) {
		WideEvent event = WideEvent.current();
		if (event.isPresent() && this.kind.test(context)) {
			context.put(this, new Started(event, System.nanoTime()));
		}
	}

	@Override
	public void onStop(Observation.Context context) {
		@Nullable Started started = context.get(this);
		if (started != null) {
			this.counter.accept(started.event(), System.nanoTime() - started.nanos());
		}
	}

	private record Started(WideEvent event, long nanos) {

	}

}
