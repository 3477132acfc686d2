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

package io.sightline.health;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.boot.health.contributor.Status;

/**
 * Told about checks and what becomes of them. Called from the threads that run the
 * checks; must not block.
 */
public interface CheckListener {

	/**
	 * A check is guarded from now on.
	 * @param check its name, with the names of composites before it
	 * @param status its present status
	 */
	default void added(String check, Supplier<Status> status) {
	}

	/**
	 * A check is gone.
	 * @param check its name
	 */
	default void removed(String check) {
	}

	/**
	 * A check has run, or its time is up.
	 * @param check its name
	 * @param duration how long it took
	 */
	default void ran(String check, Duration duration) {
	}

	/**
	 * The status that a check shows is another one.
	 * @param change what has changed
	 */
	default void changed(HealthChange change) {
	}

}
