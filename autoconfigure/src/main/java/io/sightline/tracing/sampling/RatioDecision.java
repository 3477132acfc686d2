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

package io.sightline.tracing.sampling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Chooses among the traces that begin here: by a change at run time, else by the first
 * rule that applies, else by the strategy.
 */
final class RatioDecision {

	private final SamplingSettings settings;

	private final SamplingControl control;

	private final List<SamplingRule> rules;

	private final @Nullable RateLimit limit;

	private final RateLimit untrusted;

	RatioDecision(SamplingSettings settings, SamplingControl control, LongSupplier clock) {
		this.settings = settings;
		this.control = control;
		this.rules = settings.strategy().asksRules() ? settings.rules() : List.of();
		boolean limited = settings.strategy() == SamplingStrategy.TAIL
				|| settings.strategy() == SamplingStrategy.RATE_LIMITED;
		this.limit = limited ? new RateLimit(settings.limit(), clock) : null;
		this.untrusted = new RateLimit(settings.untrustedLimit(), clock);
	}

	/**
	 * Whether a trace that begins with this span is chosen. Callers that are not trusted
	 * are capped before the limit of all, which they would use up otherwise.
	 */
	boolean choose(String traceId, SpanFacts span, boolean untrusted) {
		OptionalDouble ratio = ratio(span);
		boolean wanted = ratio.isPresent() ? TraceRatio.choose(traceId, ratio.getAsDouble()) : isWanted(traceId);
		return wanted && (!untrusted || this.untrusted.admit()) && (ratio.isPresent() || isWithinLimit());
	}

	private boolean isWanted(String traceId) {
		return switch (this.settings.strategy()) {
			case ALWAYS, RATE_LIMITED -> true;
			case NEVER -> false;
			case RATIO, RULES, TAIL -> TraceRatio.choose(traceId, this.settings.ratio());
		};
	}

	/**
	 * Whether rules keep the trace of a span that is over.
	 */
	boolean isMatched(String traceId, SpanFacts span) {
		OptionalDouble ratio = ratio(span);
		return ratio.isPresent() && TraceRatio.choose(traceId, ratio.getAsDouble());
	}

	/**
	 * Whether a span that is over has to be looked at.
	 */
	boolean hasRules() {
		return !this.rules.isEmpty() || this.control.isActive();
	}

	private boolean isWithinLimit() {
		return this.limit == null || this.limit.admit();
	}

	private OptionalDouble ratio(SpanFacts span) {
		OptionalDouble changed = this.control.ratio(span);
		if (changed.isPresent()) {
			return changed;
		}
		for (SamplingRule rule : this.rules) {
			OptionalDouble ratio = ask(rule, span);
			if (ratio.isPresent()) {
				return ratio;
			}
		}
		return OptionalDouble.empty();
	}

	private static OptionalDouble ask(SamplingRule rule, SpanFacts span) {
		try {
			return rule.ratio(span);
		}
		catch (Exception | StackOverflowError | LinkageError ex) {
			// A rule of the application must not fail its requests.
			return OptionalDouble.empty();
		}
	}

}
