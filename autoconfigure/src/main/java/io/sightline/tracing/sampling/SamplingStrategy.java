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

/**
 * How is decided which traces are kept. All but {@link #ALWAYS} and {@link #NEVER} follow
 * the decision of a caller.
 */
public enum SamplingStrategy {

	/**
	 * Every span, whatever the caller decided.
	 */
	ALWAYS,

	/**
	 * No span, whatever the caller decided. Context is still propagated.
	 */
	NEVER,

	/**
	 * A share of the traces that begin here.
	 */
	RATIO,

	/**
	 * A number of the traces that begin here, each second.
	 */
	RATE_LIMITED,

	/**
	 * What the first rule that applies says of a trace that begins here, and a share of
	 * the others.
	 */
	RULES,

	/**
	 * As {@link #RULES}, under a limit; and of all others those that fail, are slow, or
	 * match a rule at their end.
	 */
	TAIL;

	/**
	 * Whether rules are asked.
	 * @return {@code true} if a rule can make a difference
	 */
	public boolean asksRules() {
		return this == RULES || this == TAIL;
	}

}
