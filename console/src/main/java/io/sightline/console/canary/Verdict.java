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

/**
 * What to do about a version.
 *
 * @param action what
 * @param reason why, with the figures
 */
record Verdict(Action action, String reason) {

	/**
	 * What can be done.
	 */
	enum Action {

		/** Send no more traffic to it, and roll back. */
		ROLL_BACK,
		/** Send it no more traffic than it has, and look again. */
		WAIT,
		/** There is no reason to roll back. */
		GO_ON,
		/** There is too little to tell. */
		NOT_ENOUGH

	}

}
