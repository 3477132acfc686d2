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

package io.sightline.samples.demo.check;

import java.util.List;
import java.util.stream.Stream;

import io.sightline.samples.demo.evidence.Evidence;

/**
 * Everything that must hold after the demo's traffic.
 */
public final class Checks {

	private Checks() {
	}

	/**
	 * Check everything.
	 * @param evidence what was observed
	 * @return what each check found
	 */
	public static List<Finding> run(Evidence evidence) {
		return Stream
			.of(TrafficChecks.all(), TraceChecks.all(), LogChecks.all(), ServiceChecks.all(), SamplingChecks.all(),
					ConsoleChecks.all())
			.flatMap(List::stream)
			.map((check) -> check.on(evidence))
			.toList();
	}

}
