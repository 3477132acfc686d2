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

package io.sightline.slo.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Counts observations for the objectives that are about them, as they end. Costs a
 * look-up by name for others, and takes no lock.
 */
public final class SloObservationHandler implements ObservationHandler<Observation.Context> {

	private static final String EXCEPTION = "exception";

	private static final String NO_EXCEPTION = "none";

	private final Map<String, List<TrackedObjective>> objectives = new HashMap<>();

	private final TrafficFilter filter;

	/**
	 * Creates a handler.
	 * @param trackers the objectives
	 * @param filter which observations count
	 */
	public SloObservationHandler(SloTrackers trackers, TrafficFilter filter) {
		for (TrackedObjective objective : trackers.tracked()) {
			EventMatch match = objective.definition().match();
			if (match.source() != EventSource.METER && match.source() != EventSource.WIDE_EVENT) {
				this.objectives.computeIfAbsent(match.name(), (name) -> new ArrayList<>()).add(objective);
			}
		}
		this.filter = filter;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		String name = context.getName();
		// A convention names its observation when that starts.
		return !this.objectives.isEmpty() && (name == null || this.objectives.containsKey(name));
	}

	@Override
	public void onStart(Observation.Context context) {
		context.put(Start.class, new Start(System.nanoTime()));
	}

	@Override
	public void onStop(Observation.Context context) {
		List<TrackedObjective> interested = this.objectives.get(String.valueOf(context.getName()));
		if (interested != null && this.filter.counts(context)) {
			Start start = context.getOrDefault(Start.class, new Start(System.nanoTime()));
			long nanos = System.nanoTime() - start.nanos();
			String exception = exception(context);
			for (TrackedObjective objective : interested) {
				objective.record((tag) -> value(context, tag), exception, nanos);
			}
		}
	}

	private static @Nullable String exception(Observation.Context context) {
		String name = value(context, EXCEPTION);
		if (name != null && !NO_EXCEPTION.equals(name)) {
			return name;
		}
		Throwable error = context.getError();
		return (error != null) ? error.getClass().getSimpleName() : null;
	}

	private static @Nullable String value(Observation.Context context, String tag) {
		KeyValue value = context.getLowCardinalityKeyValue(tag);
		return (value != null) ? value.getValue() : null;
	}

	/**
	 * When an observation started.
	 *
	 * @param nanos by the clock that never goes back
	 */
	private record Start(long nanos) {

	}

}
