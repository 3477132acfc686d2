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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Tags;
import io.sightline.test.endpoint.Endpoint;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about {@link Telemetry}. Those that want something to be there wait for it;
 * those that want something not to be there first wait until all that began is over, and
 * fail if there is nothing to look at.
 */
public final class TelemetryAssert extends AbstractAssert<TelemetryAssert, Telemetry> {

	TelemetryAssert(Telemetry actual) {
		super(actual, TelemetryAssert.class);
	}

	/**
	 * There is a trace, about which more can be said.
	 * @return assertions about it
	 */
	public TraceAssert hasTrace() {
		return new TraceAssert(telemetry()).exists();
	}

	/**
	 * There is a log line with a field.
	 * @param key the name of the field as it is on the line, those of nested objects with
	 * dots
	 * @param value its value; numbers are equal if they are of the same size
	 * @return this
	 */
	public TelemetryAssert hasLogWith(String key, Object value) {
		return hasLine("log line", (line) -> true, key, value);
	}

	/**
	 * There is a wide event with a field.
	 * @param key the name of the field as it is on the line, those of nested objects with
	 * dots
	 * @param value its value; numbers are equal if they are of the same size
	 * @return this
	 */
	public TelemetryAssert hasWideEventWith(String key, Object value) {
		return hasLine("wide event", LogLine::isWideEvent, key, value);
	}

	private TelemetryAssert hasLine(String what, Predicate<LogLine> kind, String key, Object value) {
		TestRun run = telemetry().run();
		Supplier<List<LogLine>> lines = () -> run.lines().stream().filter(kind).toList();
		if (!telemetry().eventually(() -> lines.get().stream().anyMatch((line) -> line.has(key, value)))) {
			String others = lines.get()
				.stream()
				.filter((line) -> line.fields().containsKey(key))
				.map((line) -> "'" + line.fields().get(key) + "'")
				.distinct()
				.collect(Collectors.joining(", "));
			failWithMessage("%nExpecting %s to have a %s with '%s' = '%s'%nbut %s. The lines were:%n%s%s", telemetry(),
					what, key, value, others.isEmpty() ? "none has that field" : "the field was " + others,
					Texts.list(lines.get()), Texts.unowned(run));
		}
		return this;
	}

	/**
	 * Something was recorded so many times.
	 * @param meter the name of the timer, counter or summary, as in the code
	 * @param count how often, over all series that match
	 * @param tags names and values of tags that the series have, among others
	 * @return this
	 */
	public TelemetryAssert hasRecorded(String meter, long count, String... tags) {
		TestRun run = telemetry().run();
		Tags wanted = Tags.of(tags);
		telemetry().settle();
		if (!telemetry().eventually(() -> recorded(run, meter, wanted) == count)) {
			failWithMessage("%nExpecting %s to have recorded '%s' with %s %d times%nbut it was %d. Recorded was:%n%s%s",
					telemetry(), meter, wanted, count, recorded(run, meter, wanted), Texts.list(run.recordings()),
					Texts.unowned(run));
		}
		return this;
	}

	private static long recorded(TestRun run, String meter, Tags tags) {
		return run.recordings()
			.stream()
			.filter((recording) -> recording.matches(meter, tags))
			.mapToLong(Recording::count)
			.sum();
	}

	/**
	 * The test recorded with no more than so many series; the buckets of a histogram do
	 * not count, as they do not for {@code sightline.metrics.cardinality}.
	 * @param limit the greatest number that is fine
	 * @return this
	 */
	public TelemetryAssert seriesAtMost(int limit) {
		Collection<Recording> recordings = telemetry().recordings();
		requireSomething(recordings, "recorded");
		if (recordings.size() > limit) {
			failWithMessage("%nExpecting %s to have recorded with at most %d series%nbut there were %d:%n%s",
					telemetry(), limit, recordings.size(), Texts.series(recordings));
		}
		return this;
	}

	/**
	 * Nothing that left the application contains any of these values: not as they are,
	 * URL-encoded or in Base64, and numbers not with separators either.
	 * @param secrets values that must not leave
	 * @return this
	 */
	public TelemetryAssert leaksNoSecrets(String... secrets) {
		Leaks leaks = new Leaks(secrets);
		telemetry().settle();
		TestRun run = telemetry().run();
		List<String> found = leaks.in(run);
		if (leaks.places() == 0) {
			failWithMessage("%nExpecting %s to leak no secrets%nbut nothing was collected that could%s", telemetry(),
					Texts.unowned(run));
		}
		if (!found.isEmpty()) {
			failWithMessage("%nExpecting %s to leak no secrets%nbut there are some:%n%s", telemetry(),
					Texts.list(found));
		}
		return this;
	}

	/**
	 * Every span has its parent, and every trace begins with what came in or with the
	 * test itself. A trace that begins anywhere else, such as in a thread that was handed
	 * work without its context, is found while no other test runs in the application.
	 * @return this
	 */
	public TelemetryAssert noOrphanRoots() {
		List<Trace> traces = telemetry().traces();
		TestRun run = telemetry().run();
		List<Trace> strays = Trace.of(run.straySpans());
		requireSomething(traces.isEmpty() ? strays : traces, "exported");
		String found = Texts.list(Orphans.in(traces, strays));
		if (!found.isEmpty()) {
			failWithMessage("%nExpecting %s to have no orphans%nbut there are:%n%s%nThe traces were:%n%s%n%s",
					telemetry(), found, TraceTree.draw(traces), strays.isEmpty() ? "" : TraceTree.draw(strays));
		}
		return this;
	}

	/**
	 * Every endpoint of the application has a span and is recorded, as is found out by
	 * asking each of them once. What an endpoint does is not done: the request is
	 * answered just before, behind filters and interceptors. What the endpoints tell is
	 * not part of the telemetry of this test.
	 * @param except routes that are left out on purpose, such as {@code /ping}
	 * @return this
	 */
	public TelemetryAssert everyEndpointIsInstrumented(String... except) {
		EndpointCheck check = new EndpointCheck(telemetry().run().application());
		List<Endpoint> endpoints = check.endpoints(Set.of(except));
		requireSomething(endpoints, "found that could be asked");
		List<String> problems = check.problems(endpoints);
		if (!problems.isEmpty()) {
			failWithMessage("%nExpecting all %d endpoints of the application to be instrumented%nbut %d are not:%n%s",
					endpoints.size(), problems.size(), Texts.list(problems));
		}
		return this;
	}

	private void requireSomething(Collection<?> things, String done) {
		if (things.isEmpty()) {
			failWithMessage("%nExpecting %s%nbut nothing was %s, so that there is nothing to judge%s", telemetry(),
					done, Texts.unowned(telemetry().run()));
		}
	}

	private Telemetry telemetry() {
		return Objects.requireNonNull(this.actual);
	}

}
