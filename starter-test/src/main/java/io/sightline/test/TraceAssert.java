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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the traces of a test. Each keeps of the traces those that are as it
 * says, and fails if there is none.
 */
public final class TraceAssert extends AbstractAssert<TraceAssert, Telemetry> {

	private final List<Function<Candidate, Stream<Candidate>>> steps = new ArrayList<>();

	private final StringBuilder wanted = new StringBuilder("a trace");

	TraceAssert(Telemetry actual) {
		super(actual, TraceAssert.class);
	}

	TraceAssert exists() {
		return require("", Stream::of);
	}

	/**
	 * With a span of that name, in any case: the name of a span, or the method and the
	 * route of a request such as {@code POST /orders}.
	 * @param name the name
	 * @return this
	 */
	public TraceAssert withSpan(String name) {
		return require(" with a span '" + name + "'",
				(candidate) -> candidate.trace()
					.spans()
					.stream()
					.filter((span) -> SpanFacts.isNamed(span, name))
					.map((span) -> new Candidate(candidate.trace(), span)));
	}

	/**
	 * With a call of a service below the span that was named last, or anywhere if none
	 * was.
	 * @param service the name of the service: its host, what a span says of it, or a name
	 * of {@link Telemetry#peer} or {@code sightline.health.downstream}
	 * @return this
	 */
	public TraceAssert calling(String service) {
		Peers peers = telemetry().peers();
		return require(" calling '" + service + "'",
				(candidate) -> candidate.below().anyMatch((span) -> peers.isOf(span, service)) ? Stream.of(candidate)
						: Stream.empty());
	}

	/**
	 * With a span that says that something went wrong.
	 * @return this
	 */
	public TraceAssert withErrors() {
		return require(" with errors", (candidate) -> candidate.trace().spans().stream().anyMatch(SpanFacts::isFailed)
				? Stream.of(candidate) : Stream.empty());
	}

	/**
	 * Without a span that says that something went wrong: no status of an error, no
	 * exception, and no response of 500 or above. If several traces are as said before,
	 * this goes for all of them.
	 * @return this
	 */
	public TraceAssert withoutErrors() {
		telemetry().settle();
		List<SpanData> failed = candidates().stream()
			.map(Candidate::trace)
			.distinct()
			.flatMap((trace) -> trace.spans().stream())
			.filter(SpanFacts::isFailed)
			.toList();
		if (!failed.isEmpty()) {
			failWithMessage(
					"%nExpecting %s to have %s without errors%nbut these spans failed:%n%s%nThe traces were:%n%s",
					telemetry(), this.wanted, Texts.list(failed.stream().map(TraceTree::describe).toList()),
					TraceTree.draw(telemetry().present()));
		}
		return this;
	}

	private TraceAssert require(String what, Function<Candidate, Stream<Candidate>> step) {
		this.steps.add(step);
		this.wanted.append(what);
		if (!telemetry().eventually(() -> !candidates().isEmpty())) {
			failWithMessage("%nExpecting %s to have %s%nbut there is none. The traces were:%n%s%s%s", telemetry(),
					this.wanted, TraceTree.draw(telemetry().present()),
					what.startsWith(" calling")
							? System.lineSeparator() + "Services known by name: " + telemetry().peers() : "",
					Texts.unowned(telemetry().run()));
		}
		return this;
	}

	private List<Candidate> candidates() {
		Stream<Candidate> candidates = telemetry().present().stream().map((trace) -> new Candidate(trace, null));
		for (Function<Candidate, Stream<Candidate>> step : this.steps) {
			candidates = candidates.flatMap(step);
		}
		return candidates.toList();
	}

	private Telemetry telemetry() {
		return Objects.requireNonNull(this.actual);
	}

	/**
	 * A trace that may be the one.
	 *
	 * @param trace the trace
	 * @param span the span that was named last
	 */
	private record Candidate(Trace trace, @Nullable SpanData span) {

		Stream<SpanData> below() {
			return (this.span != null) ? this.trace.below(this.span) : this.trace.spans().stream();
		}

	}

}
