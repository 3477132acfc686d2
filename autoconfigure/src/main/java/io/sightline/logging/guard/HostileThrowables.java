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

package io.sightline.logging.guard;

/**
 * Tells the throwables that Logback's event would throw at, or choke on, into the caller.
 */
final class HostileThrowables {

	private static final int MAX_CAUSES = 50;

	private static final int MAX_SUPPRESSED = 100;

	private HostileThrowables() {
	}

	/**
	 * Whether a throwable is hostile. Costs a few calls for a benign one.
	 */
	static boolean isHostile(Throwable error) {
		try {
			return !isBenign(error, MAX_CAUSES, new int[] { MAX_SUPPRESSED });
		}
		catch (Throwable ex) {
			return true;
		}
	}

	@SuppressWarnings({ "ReturnValueIgnored", "NullAway" }) // Asked to see whether it
															// throws.
	private static boolean isBenign(Throwable error, int causes, int[] suppressed) {
		int left = causes;
		for (Throwable one = error; one != null; one = one.getCause()) {
			one.getMessage();
			// Never null and never thrown from, unless it is overridden; it copies when
			// it is not.
			if (isOverridden(one) && one.getStackTrace() == null) {
				return false;
			}
			if (left-- == 0 || !areBenign(one.getSuppressed(), left, suppressed)) {
				return false;
			}
		}
		return true;
	}

	private static boolean areBenign(Throwable[] all, int causes, int[] suppressed) {
		suppressed[0] -= all.length;
		if (suppressed[0] < 0) {
			return false;
		}
		for (Throwable one : all) {
			if (!isBenign(one, causes, suppressed)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isOverridden(Throwable error) {
		return StackTraceOwners.OVERRIDDEN.get(error.getClass());
	}

	/**
	 * Which classes have a stack trace of their own making, found once a class.
	 */
	private static final class StackTraceOwners extends ClassValue<Boolean> {

		private static final StackTraceOwners OVERRIDDEN = new StackTraceOwners();

		@Override
		protected Boolean computeValue(Class<?> type) {
			try {
				return type.getMethod("getStackTrace").getDeclaringClass() != Throwable.class;
			}
			catch (NoSuchMethodException | LinkageError ex) {
				return true;
			}
		}

	}

}
