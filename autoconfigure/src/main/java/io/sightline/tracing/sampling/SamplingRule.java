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

import java.util.OptionalDouble;

/**
 * Says how many of the traces that a span belongs to are kept. Asked when a trace begins
 * here, and with the strategy {@link SamplingStrategy#TAIL} also at the end of each span:
 * a rule can then only keep what would have been left out. Define beans of this type to
 * add rules to those of the configuration; they are asked first, in their order. A rule
 * runs on the request's thread and must be fast; one that throws counts as not
 * applicable.
 */
@FunctionalInterface
public interface SamplingRule {

	/**
	 * The share of such traces to keep.
	 * @param span the span as far as it is known
	 * @return a number from 0 to 1, or empty if the rule does not apply
	 */
	OptionalDouble ratio(SpanFacts span);

}
