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

package io.sightline.metrics.cardinality;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * The registration of a meter that is under way. An id is the same for a counter and for
 * a function that is read like one, but not the class of the meter: a registry fails when
 * one is looked up under the id of the other. Only the caller knows which it is, so it is
 * looked for once for a name of a meter.
 */
final class Registration {

	private static final int FRAMES = 16;

	private static final Set<String> METHODS = Set.of("counter", "timer");

	private Registration() {
	}

	static boolean isOfFunction() {
		return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
			.walk((frames) -> frames.limit(FRAMES)
				.filter((frame) -> METHODS.contains(frame.getMethodName()))
				.map(StackFrame::getDeclaringClass)
				.filter((type) -> type == MeterRegistry.class || type == MeterRegistry.More.class)
				.findFirst())
			// This is where a registry has its methods for functions.
			.filter((type) -> type == MeterRegistry.More.class)
			.isPresent();
	}

}
