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

import java.time.Duration;
import java.util.function.Function;

import io.sightline.slo.InvalidObjectiveException;
import io.sightline.slo.Objective;
import org.jspecify.annotations.Nullable;

/**
 * An objective and the events it is about. A bean, for what properties cannot say.
 *
 * @param objective what is promised
 * @param match which events count
 * @param bad which of them are bad
 */
public record ObjectiveDefinition(Objective objective, EventMatch match, BadEvents bad) {

	public ObjectiveDefinition {
		boolean all = !bad.anyError() && bad.statuses().isEmpty() && bad.exceptions().isEmpty() && bad.tags().isEmpty();
		if (all && objective.threshold() == null) {
			throw new InvalidObjectiveException(objective.name(), "nothing says which events are bad.",
					"Set bad.tags, such as bad.tags.status: failed.");
		}
	}

	/**
	 * What an event means for the objective. Latency is promised of successful events
	 * only: a failure that came fast is not good, and availability counts it already.
	 */
	Verdict judge(Function<String, @Nullable String> values, @Nullable String exception, long nanos) {
		if (!this.match.matches(values)) {
			return Verdict.IGNORED;
		}
		boolean failed = this.bad.isBad(values, exception);
		Duration threshold = this.objective.threshold();
		if (threshold == null) {
			return failed ? Verdict.BAD : Verdict.GOOD;
		}
		if (failed) {
			return Verdict.IGNORED;
		}
		return (nanos <= threshold.toNanos()) ? Verdict.GOOD : Verdict.BAD;
	}

}
