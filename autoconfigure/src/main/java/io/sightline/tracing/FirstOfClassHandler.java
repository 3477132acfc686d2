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

package io.sightline.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationHandler.CompositeObservationHandler;

/**
 * The first of several handlers that supports an observation, as Micrometer's composite
 * has it, but asked once for each class of observations and not at each event of each
 * observation. Only for handlers that decide by the class alone.
 */
final class FirstOfClassHandler implements CompositeObservationHandler {

	private static final ObservationHandler<Observation.Context> NONE = (context) -> false;

	private final List<ObservationHandler<Observation.Context>> handlers;

	/**
	 * As many as there are classes of observations: few, and a short array of them is
	 * read faster than a map. Of two threads that find one at once one may have to look
	 * again.
	 */
	private volatile Known known = new Known(new Class<?>[0], List.of());

	/**
	 * Creates a composite.
	 * @param handlers the handlers, in their order
	 */
	@SuppressWarnings("unchecked")
	FirstOfClassHandler(List<ObservationHandler<?>> handlers) {
		this.handlers = handlers.stream().map((handler) -> (ObservationHandler<Observation.Context>) handler).toList();
	}

	@Override
	public List<ObservationHandler<Observation.Context>> getHandlers() {
		return this.handlers;
	}

	private ObservationHandler<Observation.Context> first(Observation.Context context) {
		Known current = this.known;
		Class<?>[] types = current.types;
		Class<?> type = context.getClass();
		for (int i = 0; i < types.length; i++) {
			if (types[i] == type) {
				return current.handlers.get(i);
			}
		}
		return find(context, current);
	}

	private ObservationHandler<Observation.Context> find(Observation.Context context, Known current) {
		ObservationHandler<Observation.Context> first = this.handlers.stream()
			.filter((handler) -> handler.supportsContext(context))
			.findFirst()
			.orElse(NONE);
		this.known = current.and(context.getClass(), first);
		return first;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return first(context) != NONE;
	}

	@Override
	public void onStart(Observation.Context context) {
		first(context).onStart(context);
	}

	@Override
	public void onError(Observation.Context context) {
		first(context).onError(context);
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		first(context).onEvent(event, context);
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		first(context).onScopeOpened(context);
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		first(context).onScopeClosed(context);
	}

	@Override
	@SuppressWarnings("deprecation")
	public void onScopeReset(Observation.Context context) {
		first(context).onScopeReset(context);
	}

	@Override
	public void onStop(Observation.Context context) {
		first(context).onStop(context);
	}

	/**
	 * The handlers of classes, in the order of the classes.
	 */
	private static final class Known {

		private final Class<?>[] types;

		private final List<ObservationHandler<Observation.Context>> handlers;

		Known(Class<?>[] types, List<ObservationHandler<Observation.Context>> handlers) {
			this.types = types;
			this.handlers = handlers;
		}

		Known and(Class<?> type, ObservationHandler<Observation.Context> handler) {
			Class<?>[] types = Arrays.copyOf(this.types, this.types.length + 1);
			types[this.types.length] = type;
			List<ObservationHandler<Observation.Context>> handlers = new ArrayList<>(this.handlers);
			handlers.add(handler);
			return new Known(types, List.copyOf(handlers));
		}

	}

}
