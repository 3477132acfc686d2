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

package io.sightline.console.scrape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.sightline.console.api.Times;
import io.sightline.console.fetch.Credentials;
import io.sightline.console.fetch.Fetched;
import io.sightline.console.fetch.Fetcher;
import io.sightline.console.health.CheckResult;
import io.sightline.console.health.HealthReader;
import io.sightline.console.store.Point;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one target again and again, one time after the other. An outage is told once, and
 * its end.
 */
final class TargetWatch {

	private static final Logger log = LoggerFactory.getLogger(TargetWatch.class);

	private static final String TEXT = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";

	private static final String JSON = "application/json";

	private static final JsonMapper mapper = new JsonMapper();

	private final Target target;

	private final Credentials credentials;

	private final Fetcher fetcher;

	private final Boards boards;

	private final int maxSamples;

	private final Changes changes = new Changes();

	private final AtomicBoolean busy = new AtomicBoolean();

	private String service;

	private boolean failing;

	private volatile TargetStatus status;

	TargetWatch(Target target, ScrapeProperties properties, Fetcher fetcher, Boards boards) {
		this.target = target;
		this.service = target.name();
		this.credentials = properties.credentialsOf(target);
		this.maxSamples = properties.maxSamples();
		this.fetcher = fetcher;
		this.boards = boards;
		this.status = new TargetStatus(this.service, target.instance(), true, List.of(), 0, 0, 0, null, 0);
	}

	Target target() {
		return this.target;
	}

	TargetStatus status() {
		return this.status;
	}

	/**
	 * Ask, unless it is being asked.
	 */
	void visit() {
		if (!this.busy.compareAndSet(false, true)) {
			return;
		}
		try {
			ask();
		}
		catch (RuntimeException ex) {
			tell(List.of("was not understood: " + ex));
		}
		finally {
			this.busy.set(false);
		}
	}

	private void ask() {
		List<String> problems = new ArrayList<>();
		try {
			metrics(problems);
			health(problems);
			objectives(problems);
		}
		catch (CompletionException ex) {
			String reason = Fetcher.reason(ex);
			problems.add(reason);
			this.boards.keep(this.changes.end(Times.nanosAgo(Duration.ZERO)));
			this.boards.health().lost(this.service, this.target.instance(), reason, Instant.now());
			this.boards.slos().lost(this.target.instance(), reason);
		}
		tell(problems);
	}

	private Fetched fetch(String path, String accept) {
		return this.fetcher.get(this.target.uri(path), accept, this.credentials).join();
	}

	private void metrics(List<String> problems) {
		long start = System.nanoTime();
		Fetched answer = fetch("/prometheus", TEXT);
		long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
		TargetStatus last = this.status;
		if (answer.status() != 200) {
			this.boards.keep(this.changes.end(Times.nanosAgo(Duration.ZERO)));
			if (answer.status() != 404) {
				problems.add("answers " + answer.status() + " instead of its meters");
			}
			return;
		}
		Exposition exposition = Exposition.parse(answer.text(), this.maxSamples);
		long now = Times.nanosAgo(Duration.ZERO);
		List<Point> points = this.changes.take(exposition.samples(), this.target, now);
		this.boards.keep(points);
		points.stream().findFirst().ifPresent((point) -> this.service = point.series().origin().service());
		this.boards.exemplars().add(this.service, exposition.samples(), now);
		this.status = new TargetStatus(this.service, this.target.instance(), true, List.of(),
				exposition.samples().size(), last.dropped() + exposition.left(),
				last.malformed() + exposition.malformed(), took, Times.micros(now));
	}

	private void health(List<String> problems) {
		Fetched answer = fetch("/health", JSON);
		JsonNode whole = read(answer);
		if (!whole.has("status")) {
			if (answer.status() != 404) {
				problems.add("answers " + answer.status() + " instead of its health");
			}
			return;
		}
		List<CheckResult> results = new ArrayList<>(HealthReader.read("", whole));
		for (String probe : HealthReader.probes(whole)) {
			results.addAll(HealthReader.read(probe, read(fetch("/health/" + probe, JSON))));
		}
		this.boards.health().update(this.service, this.target.instance(), results, Instant.now());
	}

	private void objectives(List<String> problems) {
		Fetched answer = fetch("/slo", JSON);
		if (answer.status() == 404) {
			return;
		}
		JsonNode report = read(answer);
		if (answer.status() != 200 || !report.has("objectives")) {
			problems.add("answers " + answer.status() + " instead of its objectives");
			return;
		}
		try {
			this.boards.slos().update(this.service, this.target.instance(), report, Instant.now());
		}
		catch (IllegalArgumentException ex) {
			problems.add(String.valueOf(ex.getMessage()));
		}
	}

	private static JsonNode read(Fetched answer) {
		try {
			return mapper.readTree(answer.body());
		}
		catch (JacksonException ex) {
			return mapper.createObjectNode();
		}
	}

	private void tell(List<String> problems) {
		TargetStatus last = this.status;
		this.status = new TargetStatus(this.service, this.target.instance(), problems.isEmpty(), problems,
				last.samples(), last.dropped(), last.malformed(), last.tookMs(),
				Times.micros(Times.nanosAgo(Duration.ZERO)));
		if (!problems.isEmpty() && !this.failing) {
			log.warn("{} at {} {}; it is asked again, and told when it is over", this.service, this.target.instance(),
					String.join(", ", problems));
		}
		else if (problems.isEmpty() && this.failing) {
			log.info("{} at {} answers again", this.service, this.target.instance());
		}
		this.failing = !problems.isEmpty();
	}

}
