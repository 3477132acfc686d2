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

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Judges requests that are over. Those objectives that are about the events that sum up
 * requests count here; those that are about observations have counted already, and only
 * say what they found.
 */
public final class RequestObjectives {

	private final List<TrackedObjective> objectives;

	/**
	 * Creates the judge.
	 * @param trackers the objectives
	 */
	public RequestObjectives(SloTrackers trackers) {
		this.objectives = trackers.tracked().stream().filter(RequestObjectives::isAboutRequests).toList();
	}

	private static boolean isAboutRequests(TrackedObjective objective) {
		EventSource source = objective.definition().match().source();
		return source == EventSource.SERVER || source == EventSource.WIDE_EVENT;
	}

	/**
	 * Whether there is nothing to judge.
	 * @return {@code true} without objectives about requests
	 */
	public boolean isEmpty() {
		return this.objectives.isEmpty();
	}

	/**
	 * Judges a request.
	 * @param values the fields of its event, by name, and its tags
	 * @param exception the simple name of what was thrown
	 * @param nanos how long it took
	 * @param verdicts takes the name of each objective that is about the request, and
	 * whether the request was good
	 */
	public void judge(Function<String, @Nullable String> values, @Nullable String exception, long nanos,
			BiConsumer<String, Boolean> verdicts) {
		for (TrackedObjective objective : this.objectives) {
			Verdict verdict = objective.definition().judge(values, exception, nanos);
			if (verdict != Verdict.IGNORED) {
				boolean good = verdict == Verdict.GOOD;
				if (objective.definition().match().source() == EventSource.WIDE_EVENT) {
					objective.tracker().record(good);
				}
				verdicts.accept(objective.definition().objective().name(), good);
			}
		}
	}

}
