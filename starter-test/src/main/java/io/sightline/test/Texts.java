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

package io.sightline.test;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What messages of assertions are made of.
 */
final class Texts {

	private static final int MAX_LINES = 50;

	private Texts() {
	}

	static String list(Collection<?> things) {
		String text = things.stream()
			.limit(MAX_LINES)
			.map((thing) -> "  " + thing)
			.collect(Collectors.joining(System.lineSeparator()));
		return (things.size() > MAX_LINES)
				? text + System.lineSeparator() + "  and " + (things.size() - MAX_LINES) + " more" : text;
	}

	/**
	 * The meters with the most series.
	 */
	static String series(Collection<Recording> recordings) {
		Map<String, Long> counts = recordings.stream()
			.collect(Collectors.groupingBy((recording) -> recording.meter().getName(), Collectors.counting()));
		return list(counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.map((entry) -> entry.getKey() + ": " + entry.getValue() + ", such as "
					+ recordings.stream()
						.filter((recording) -> recording.meter().getName().equals(entry.getKey()))
						.findFirst()
						.orElseThrow())
			.toList());
	}

	/**
	 * Why something may be missing.
	 */
	static String unowned(TestRun run) {
		return (run.unowned() == 0) ? ""
				: "%n%d requests came in meanwhile of which nobody knows whose they are, as several tests run in this application: let the client send telemetry.headers()"
					.formatted(run.unowned());
	}

}
