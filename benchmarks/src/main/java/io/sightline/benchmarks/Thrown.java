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

package io.sightline.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * What was thrown.
 */
public enum Thrown {

	/**
	 * Nothing.
	 */
	NOTHING,

	/**
	 * An exception of 60 frames out of a servlet container, 12 of them the application's.
	 */
	IN_REQUEST,

	/**
	 * An exception of 60 frames, all of them the application's.
	 */
	IN_APPLICATION;

	@Nullable Throwable create() {
		return switch (this) {
			case NOTHING -> null;
			case IN_REQUEST -> SampleEvents.thrown(12);
			case IN_APPLICATION -> SampleEvents.thrown(SampleEvents.FRAMES);
		};
	}

}
