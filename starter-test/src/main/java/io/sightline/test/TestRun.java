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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Meter;
import io.opentelemetry.sdk.trace.data.SpanData;

import org.springframework.context.ApplicationContext;

/**
 * One run of one test, and what was collected for it. Safe for use by multiple threads.
 */
final class TestRun {

	private final String id = UUID.randomUUID().toString();

	private final String name;

	private final ApplicationContext application;

	private final String thread = Thread.currentThread().getName();

	private final Instant begin = Instant.now();

	private final Set<String> traces = ConcurrentHashMap.newKeySet();

	private final Set<String> strays = ConcurrentHashMap.newKeySet();

	private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

	private final Queue<LogLine> lines = new ConcurrentLinkedQueue<>();

	private final Map<Meter.Id, Recording> recordings = new ConcurrentHashMap<>();

	private final AtomicInteger unowned = new AtomicInteger();

	TestRun(String name, ApplicationContext application) {
		this.name = name;
		this.application = application;
	}

	String id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	ApplicationContext application() {
		return this.application;
	}

	/**
	 * The name of the thread on which the test runs.
	 */
	String thread() {
		return this.thread;
	}

	Instant begin() {
		return this.begin;
	}

	/**
	 * The traces that belong to the test.
	 */
	Set<String> traces() {
		return this.traces;
	}

	/**
	 * The traces that began meanwhile by themselves.
	 */
	Set<String> strays() {
		return this.strays;
	}

	void add(SpanData span) {
		this.spans.add(span);
	}

	void add(LogLine line) {
		this.lines.add(line);
	}

	void record(Meter.Id meter, double amount) {
		this.recordings.merge(meter, new Recording(meter, 1, amount), Recording::plus);
	}

	/**
	 * Notes that a request came in of which nobody can tell whether it belongs here.
	 */
	void addUnowned() {
		this.unowned.incrementAndGet();
	}

	int unowned() {
		return this.unowned.get();
	}

	List<SpanData> spans() {
		return this.spans.stream().filter((span) -> this.traces.contains(span.getTraceId())).toList();
	}

	List<SpanData> straySpans() {
		return this.spans.stream().filter((span) -> this.strays.contains(span.getTraceId())).toList();
	}

	List<LogLine> lines() {
		return new ArrayList<>(this.lines);
	}

	Collection<Recording> recordings() {
		return List.copyOf(this.recordings.values());
	}

}
