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

package io.sightline.tracing.export;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to deliver.
 *
 * @param outcome in short
 * @param rejected how many spans of an accepted batch were refused
 * @param retryAfter how long the receiver asks to wait, if it does
 * @param reason what went wrong, in words
 */
record Reply(Outcome outcome, long rejected, @Nullable Duration retryAfter, String reason) {

	static Reply accepted(long rejected, String reason) {
		return new Reply(Outcome.ACCEPTED, rejected, null, reason);
	}

	static Reply refused(String reason) {
		return new Reply(Outcome.REFUSED, 0, null, reason);
	}

	static Reply failed(String reason) {
		return failed(reason, null);
	}

	static Reply failed(String reason, @Nullable Duration retryAfter) {
		return new Reply(Outcome.FAILED, 0, retryAfter, reason);
	}

	static Reply failed(Throwable failure) {
		return failed(describe(failure));
	}

	static String describe(Throwable failure) {
		Throwable cause = failure;
		while (cause.getMessage() == null && cause.getCause() != null) {
			cause = cause.getCause();
		}
		String type = cause.getClass().getSimpleName();
		return (cause.getMessage() != null) ? type + ": " + cause.getMessage() : type;
	}

	boolean isAccepted() {
		return this.outcome == Outcome.ACCEPTED;
	}

	/**
	 * What to do next.
	 */
	enum Outcome {

		/**
		 * Delivered, never to be sent again.
		 */
		ACCEPTED,

		/**
		 * Not delivered, and would not be the next time either.
		 */
		REFUSED,

		/**
		 * Not delivered, but may be the next time.
		 */
		FAILED

	}

}
