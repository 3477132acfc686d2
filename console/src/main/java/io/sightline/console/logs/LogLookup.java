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

package io.sightline.console.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.sightline.console.api.SourceAnswer;
import io.sightline.console.api.SourceException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds log lines, in the store first and then elsewhere.
 */
@Component
public final class LogLookup {

	private static final int MICROS_PER_MILLI = 1000;

	private final LogRepository logs;

	private final List<LogSource> sources;

	LogLookup(LogRepository logs, ObjectProvider<LogSource> sources) {
		this.logs = logs;
		this.sources = sources.orderedStream().toList();
	}

	/**
	 * Find the lines of a trace. Others are asked where the store has none.
	 * @param traceId the trace
	 * @return its lines in the order of time
	 */
	public LogsFound ofTrace(String traceId) {
		List<LogEntry> kept = this.logs.ofTrace(traceId);
		if (!kept.isEmpty()) {
			return new LogsFound(kept, List.of());
		}
		LogsFound found = complete(kept, LogQuestion.ofTrace(traceId, LogRepository.MAX_TRACE));
		return new LogsFound(found.lines().stream().sorted(Comparator.comparingLong(LogEntry::timeUs)).toList(),
				found.answers());
	}

	/**
	 * Add lines to those of the store, if the question is about some of them and there is
	 * room for any.
	 * @param known those of the store
	 * @param question which lines
	 * @return all of them, newest first
	 */
	LogsFound complete(List<LogEntry> known, LogQuestion question) {
		List<LogEntry> all = new ArrayList<>(known);
		List<SourceAnswer> answers = new ArrayList<>();
		boolean asks = question.isAboutSome() && known.size() < question.limit();
		Set<String> seen = new HashSet<>();
		known.forEach((line) -> seen.add(key(line)));
		for (LogSource source : asks ? this.sources : List.<LogSource>of()) {
			try {
				List<LogEntry> others = source.find(question).stream().filter((line) -> seen.add(key(line))).toList();
				all.addAll(others);
				answers.add(new SourceAnswer(source.name(), others.size(), null));
			}
			catch (SourceException ex) {
				answers.add(new SourceAnswer(source.name(), 0, ex.getMessage()));
			}
		}
		return new LogsFound(all.stream()
			.sorted(Comparator.comparingLong(LogEntry::timeUs).reversed())
			.limit(question.limit())
			.toList(), answers);
	}

	/** Lines have no id, and not everybody keeps their microseconds. */
	private static String key(LogEntry line) {
		return line.timeUs() / MICROS_PER_MILLI + " " + line.service() + " " + line.spanId() + " " + line.body();
	}

}
