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

import java.time.Duration;
import java.util.List;

/**
 * What to keep.
 *
 * @param strategy how is decided
 * @param ratio the share of traces to keep, from 0 to 1
 * @param limit how many traces a second the ratio may choose at most
 * @param untrustedLimit how many traces a second are chosen at most of callers that are
 * not trusted, whatever the strategy
 * @param slowThreshold how long a span takes that makes its trace worth keeping
 * @param rules the rules in their order
 */
public record SamplingSettings(SamplingStrategy strategy, double ratio, double limit, double untrustedLimit,
		Duration slowThreshold, List<SamplingRule> rules) {

	public SamplingSettings {
		rules = List.copyOf(rules);
	}

}
