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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import io.sightline.slo.InvalidObjectiveException;
import io.sightline.slo.SloTracker;

/**
 * All objectives of an application.
 */
public final class SloTrackers {

	private final List<TrackedObjective> tracked;

	/**
	 * Creates the trackers.
	 * @param definitions the objectives
	 * @param clock nanoseconds of a clock that never goes back
	 */
	public SloTrackers(List<ObjectiveDefinition> definitions, LongSupplier clock) {
		List<TrackedObjective> trackers = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (ObjectiveDefinition definition : definitions) {
			String name = definition.objective().name();
			if (!names.add(name.toLowerCase(Locale.ROOT))) {
				throw new InvalidObjectiveException(name, "there is another objective of that name.",
						"Give each objective a name of its own; case makes no difference.");
			}
			trackers.add(new TrackedObjective(definition, new SloTracker(definition.objective(), clock)));
		}
		this.tracked = List.copyOf(trackers);
	}

	/**
	 * The trackers, in the order of their definition.
	 * @return the trackers
	 */
	public List<SloTracker> all() {
		return this.tracked.stream().map(TrackedObjective::tracker).toList();
	}

	/**
	 * The tracker of an objective.
	 * @param name the name of the objective
	 * @return the tracker, if there is such an objective
	 */
	public Optional<SloTracker> find(String name) {
		return all().stream().filter((tracker) -> tracker.objective().name().equals(name)).findFirst();
	}

	/**
	 * What the objectives are about.
	 * @return the definitions
	 */
	public List<ObjectiveDefinition> definitions() {
		return this.tracked.stream().map(TrackedObjective::definition).toList();
	}

	List<TrackedObjective> tracked() {
		return this.tracked;
	}

}
