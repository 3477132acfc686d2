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

package io.sightline.console.canary;

import java.util.List;
import java.util.Locale;

import io.sightline.console.canary.Verdict.Action;
import io.sightline.console.meters.VersionCounts.Sums;
import org.jspecify.annotations.Nullable;

/**
 * The rule for rolling back, as docs/canary.md has it and as Prometheus watches it.
 */
final class CanaryRule {

	static final int LEAST_REQUESTS = 100;

	private static final double ERRORS = 0.05;

	private static final double SLOW = 0.1;

	private static final double Z = 2.33;

	private static final double HARMLESS = 0.01;

	private final boolean newest;

	/**
	 * Create a rule.
	 * @param newest whether the version was started last
	 */
	CanaryRule(boolean newest) {
		this.newest = newest;
	}

	/**
	 * Judge.
	 * @param canary what the version did until now, and until earlier
	 * @param others what the others did
	 * @param held how many of the earlier ones must agree
	 * @return what to do
	 */
	Verdict judge(List<Sums> canary, List<Sums> others, int held) {
		double requests = canary.get(0).requests();
		if (requests < LEAST_REQUESTS) {
			return new Verdict(Action.NOT_ENOUGH,
					Math.round(requests) + " of the " + LEAST_REQUESTS + " requests that a comparison needs");
		}
		Proportions errors = errors(canary.get(0), others.get(0));
		if (errors == null) {
			return new Verdict(Action.NOT_ENOUGH, "There is no other version with requests");
		}
		if (isWorse(errors, ERRORS)) {
			return worse(errors, held(canary, others, held));
		}
		Proportions slow = slow(canary.get(0), others.get(0));
		if (slow != null && isWorse(slow, SLOW) && this.newest) {
			return new Verdict(Action.WAIT, points(slow.difference()) + " more of its requests take longer than 500 ms"
					+ " (" + interval(slow) + "), and that is no accident");
		}
		return better(errors);
	}

	private Verdict worse(Proportions errors, boolean long2) {
		String figures = points(errors.difference()) + " more of its requests fail (" + interval(errors)
				+ "), which is above 5 percentage points and no accident";
		if (!this.newest) {
			return new Verdict(Action.WAIT, figures + "; but it is not the version that was started last");
		}
		return long2 ? new Verdict(Action.ROLL_BACK, figures + ", for two minutes")
				: new Verdict(Action.WAIT, figures + ", but not for two minutes yet");
	}

	private static Verdict better(Proportions errors) {
		if (errors.high() < HARMLESS) {
			return new Verdict(Action.GO_ON,
					"Its share of failures is at most " + points(errors.high()) + " higher: " + interval(errors));
		}
		return new Verdict(Action.WAIT, "The share of failures differs by " + points(errors.difference()) + " ("
				+ interval(errors) + "): no reason to roll back, but more requests are needed to go on");
	}

	private boolean held(List<Sums> canary, List<Sums> others, int held) {
		for (int k = 1; k <= held; k++) {
			Proportions before = errors(canary.get(k), others.get(k));
			if (before == null || canary.get(k).requests() < LEAST_REQUESTS || !isWorse(before, ERRORS)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isWorse(Proportions shares, double by) {
		Double z = shares.z();
		return shares.difference() > by && z != null && z > Z;
	}

	static @Nullable Proportions errors(Sums canary, Sums others) {
		return Proportions.of(canary.failed(), canary.requests(), others.failed(), others.requests());
	}

	static @Nullable Proportions slow(Sums canary, Sums others) {
		Double slow = canary.slow();
		Double otherSlow = others.slow();
		return (slow != null && otherSlow != null)
				? Proportions.of(slow, canary.requests(), otherSlow, others.requests()) : null;
	}

	private static String points(double share) {
		return String.format(Locale.ROOT, "%.1f percentage points", 100 * share);
	}

	private static String interval(Proportions shares) {
		return String.format(Locale.ROOT, "95 %% interval %.1f to %.1f", 100 * shares.low(), 100 * shares.high());
	}

}
