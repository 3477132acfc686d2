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

package io.sightline.console.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import io.sightline.console.api.SourceAnswer;
import io.sightline.console.api.SourceException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks others for traces that the store does not have.
 */
@Component
final class Elsewhere {

	/** Each who asks holds a thread that answers others, and waits on it. */
	static final int MAX_ASKING = 4;

	private final Semaphore asking = new Semaphore(MAX_ASKING);

	private final List<TraceSource> sources;

	@Autowired
	Elsewhere(ObjectProvider<TraceSource> sources) {
		this(sources.orderedStream().toList());
	}

	Elsewhere(List<TraceSource> sources) {
		this.sources = sources;
	}

	private <T> T ask(Question<T> question) throws SourceException {
		if (!this.asking.tryAcquire()) {
			throw new SourceException(
					"was not asked: " + MAX_ASKING + " other questions wait for answers from elsewhere; ask again");
		}
		try {
			return question.ask();
		}
		finally {
			this.asking.release();
		}
	}

	/**
	 * Find a trace.
	 * @param traceId the trace
	 * @return its spans, and who was asked; nobody who follows the one that has it
	 */
	Found trace(String traceId) {
		List<SourceAnswer> answers = new ArrayList<>();
		for (TraceSource source : this.sources) {
			try {
				List<SpanEntry> spans = ask(() -> source.spans(traceId));
				answers.add(new SourceAnswer(source.name(), spans.size(), null));
				if (!spans.isEmpty()) {
					return new Found(source.name(), spans, answers);
				}
			}
			catch (SourceException ex) {
				answers.add(new SourceAnswer(source.name(), 0, ex.getMessage()));
			}
		}
		return new Found("", List.of(), answers);
	}

	/**
	 * Add traces to those of the store, if there is room for any.
	 * @param known those of the store
	 * @param question which traces
	 * @param order what to order them by
	 * @return all of them
	 */
	TracePage complete(List<TraceSummary> known, TraceQuestion question, Comparator<TraceSummary> order) {
		List<TraceSummary> all = new ArrayList<>(known);
		List<SourceAnswer> answers = new ArrayList<>();
		Set<String> ids = known.stream().map(TraceSummary::traceId).collect(Collectors.toCollection(HashSet::new));
		for (TraceSource source : (known.size() < question.limit()) ? this.sources : List.<TraceSource>of()) {
			try {
				List<TraceSummary> others = ask(() -> source.find(question)).stream()
					.filter((spans) -> !spans.isEmpty())
					.map((spans) -> TraceSummary.of(spans, source.name()))
					.filter((trace) -> question.fits(trace) && ids.add(trace.traceId()))
					.toList();
				all.addAll(others);
				answers.add(new SourceAnswer(source.name(), others.size(), null));
			}
			catch (SourceException ex) {
				answers.add(new SourceAnswer(source.name(), 0, ex.getMessage()));
			}
		}
		return new TracePage(all.stream().sorted(order).limit(question.limit()).toList(), answers);
	}

	/**
	 * Something to ask a source.
	 *
	 * @param <T> the type of the answer
	 */
	private interface Question<T> {

		T ask() throws SourceException;

	}

	/**
	 * A trace that was looked for.
	 *
	 * @param source who has it, empty if nobody
	 * @param spans its spans
	 * @param answers who was asked
	 */
	record Found(String source, List<SpanEntry> spans, List<SourceAnswer> answers) {
	}

}
