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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.sightline.context.RequestContext;
import io.sightline.context.TraceIds;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

/**
 * Which test something belongs to that an application tells. Tests that run at the same
 * time share application contexts, threads of servers, and the one logging system of the
 * JVM, so what tells them apart is the trace.
 */
final class TestRuns {

	/**
	 * The runs of this JVM, as there is one logging system in it.
	 */
	static final TestRuns JVM = new TestRuns();

	/**
	 * The header of a request that names the test that makes it.
	 */
	static final String MARK = "sightline-test";

	private final ThreadLocal<@Nullable TestRun> current = new ThreadLocal<>();

	private final Map<String, TestRun> runs = new ConcurrentHashMap<>();

	private final Map<String, TestRun> traces = new ConcurrentHashMap<>();

	private final Map<String, Integer> openSpans = new ConcurrentHashMap<>();

	private final OpenRequests openRequests = new OpenRequests();

	void begin(TestRun run) {
		this.runs.put(run.id(), run);
		this.current.set(run);
	}

	void end(TestRun run) {
		this.current.remove();
		this.runs.remove(run.id());
		this.traces.values().removeIf((owner) -> owner == run);
	}

	/**
	 * Runs something for another run on this thread.
	 */
	void within(TestRun run, Runnable action) {
		TestRun outer = this.current.get();
		begin(run);
		try {
			action.run();
		}
		finally {
			end(run);
			this.current.set(outer);
		}
	}

	boolean isIdle() {
		return this.runs.isEmpty();
	}

	/**
	 * The test that runs on this thread.
	 */
	@Nullable TestRun ofThread() {
		return this.current.get();
	}

	/**
	 * The test on whose thread something happened.
	 */
	@Nullable TestRun onThread(String name, Instant time) {
		return this.runs.values()
			.stream()
			.filter((run) -> run.thread().equals(name) && !time.isBefore(run.begin()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The test that a trace belongs to.
	 */
	@Nullable TestRun ofTrace(String traceId) {
		return this.traces.get(traceId);
	}

	/**
	 * The test that made a request.
	 */
	@Nullable TestRun ofMark(String mark) {
		return this.runs.get(mark);
	}

	/**
	 * The only test that runs in an application, if there is just one.
	 */
	@Nullable TestRun onlyOneIn(ApplicationContext application) {
		List<TestRun> running = in(application);
		return (running.size() == 1) ? running.get(0) : null;
	}

	/**
	 * The only test that ran at all at a time, if there is just one.
	 */
	@Nullable TestRun onlyOne(Instant time) {
		List<TestRun> running = List.copyOf(this.runs.values());
		return (running.size() == 1 && !time.isBefore(running.get(0).begin())) ? running.get(0) : null;
	}

	List<TestRun> in(ApplicationContext application) {
		return this.runs.values().stream().filter((run) -> run.application() == application).toList();
	}

	/**
	 * Says which test a trace belongs to, whatever was thought of it before.
	 */
	void assign(String traceId, @Nullable TestRun run) {
		TestRun before = (run != null) ? this.traces.put(traceId, run) : this.traces.remove(traceId);
		if (before != null && before != run) {
			before.traces().remove(traceId);
		}
		if (run != null) {
			run.traces().add(traceId);
		}
	}

	/**
	 * Says that a trace began by itself while a test ran.
	 */
	void assignStray(String traceId, TestRun run) {
		this.traces.put(traceId, run);
		run.strays().add(traceId);
	}

	void opened(String traceId) {
		this.openSpans.merge(traceId, 1, Integer::sum);
	}

	void closed(String traceId) {
		this.openSpans.computeIfPresent(traceId, (trace, open) -> (open > 1) ? open - 1 : null);
	}

	OpenRequests openRequests() {
		return this.openRequests;
	}

	/**
	 * Whether a span or a request of a test is not over yet.
	 */
	boolean isBusy(TestRun run) {
		return Stream.concat(run.traces().stream(), run.strays().stream()).anyMatch(this.openSpans::containsKey)
				|| this.openRequests.any((request) -> isOf(run, request));
	}

	/**
	 * Whether a request is that of a test. What is not traced belongs to the only one.
	 */
	private boolean isOf(TestRun run, RequestContext request) {
		TraceIds trace = request.trace();
		return (trace != null) ? ofTrace(trace.traceId()) == run : this.runs.size() == 1;
	}

}
