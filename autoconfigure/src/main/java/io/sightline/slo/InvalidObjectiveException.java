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

package io.sightline.slo;

import java.io.Serial;

/**
 * An objective that cannot be kept, measured or told from another.
 */
public final class InvalidObjectiveException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String objective;

	private final String reason;

	private final String action;

	/**
	 * Creates an exception.
	 * @param objective the name of the objective
	 * @param reason what is wrong with it, one sentence
	 * @param action what to do about it, one sentence
	 */
	public InvalidObjectiveException(String objective, String reason, String action) {
		super("Objective '%s': %s %s".formatted(objective, reason, action));
		this.objective = objective;
		this.reason = reason;
		this.action = action;
	}

	/**
	 * The objective that is wrong.
	 * @return its name
	 */
	public String objective() {
		return this.objective;
	}

	/**
	 * What is wrong.
	 * @return one sentence
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * What to do about it.
	 * @return one sentence
	 */
	public String action() {
		return this.action;
	}

}
