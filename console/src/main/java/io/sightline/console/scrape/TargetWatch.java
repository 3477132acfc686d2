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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.sightline.console.api.Times;
import io.sightline.console.fetch.Credentials;
import io.sightline.console.fetch.Fetched;
import io.sightline.console.fetch.Fetcher;
import io.sightline.console.health.CheckResult;
import io.sightline.console.health.HealthReader;
import io.sightline.console.store.Point;
import org.jspecify.annotations.Nullable;
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

	/** The last line of OpenMetrics. */
	private static final String END = "# EOF";

	private static final String JSON = "application/json";

	private static final JsonMapper mapper = new JsonMapper();

	private final Target target;

	private final Credentials credentials;

	private final Fetcher fetcher;

	private final Boards boards;

	private final int maxSamples;

	private final Changes changes;

	private final AtomicBoolean busy = new AtomicBoolean();

	private String service;

	private boolean failing;

	private boolean toldEnd;

	private long discarded;

	private volatile TargetStatus status;

	TargetWatch(Target target, ScrapeProperties properties, Fetcher fetcher, Boards boards) {
		this.target = target;
		this.service = target.name();
		this.credentials = properties.credentialsOf(target);
		this.maxSamples = properties.maxSamples();
		this.fetcher = fetcher;
		this.boards = boards;
		this.changes = new Changes(properties.interval());
		this.status = new TargetStatus(this.service, target.instance(), true, List.of(), 0, 0, 0, null, 0);
	}

	Target target() {
		return this.target;
	}

	TargetStatus status() {
		return this.status;
	}

	/**
	 * Claim the next visit, before it has to wait for its turn.
	 * @return whether there is to be one; if so, either {@link #visit()} or
	 * {@link #discard()} follows
	 */
	boolean claim() {
		return this.busy.compareAndSet(false, true);
	}

	/**
	 * Ask, once claimed.
	 */
	void visit() {
		try {
			this.discarded = 0;
			List<String> problems = ask();
			tell(problems, Times.micros(Times.nanosAgo(Duration.ZERO)));
		}
		finally {
			this.busy.set(false);
		}
	}

	/**
	 * Give up what was claimed, as there is no room for it.
	 */
	void discard() {
		this.discarded++;
		tell(List.of("was not asked " + this.discarded + " times because too many others wait"), this.status.askedUs());
		this.busy.set(false);
	}

	private List<String> ask() {
		List<String> problems = new ArrayList<>();
		long start = System.nanoTime();
		CompletableFuture<Fetched> metrics = fetch("/prometheus", TEXT);
		CompletableFuture<Long> took = metrics
			.thenApply((answer) -> Duration.ofNanos(System.nanoTime() - start).toMillis());
		CompletableFuture<Fetched> health = fetch("/health", JSON);
		CompletableFuture<Fetched> objectives = fetch("/slo", JSON);
		AnswerUse.make(problems, "", metrics, (answer) -> metrics(answer, took.join()), (problem) -> endSeries());
		AnswerUse.make(problems, " at /health", health, (answer) -> health(answer, problems),
				(problem) -> this.boards.health().lost(this.service, this.target.instance(), problem, Instant.now()));
		AnswerUse.make(problems, " at /slo", objectives, this::objectives,
				(problem) -> this.boards.slos().lost(this.target.instance(), problem));
		return problems;
	}

	private CompletableFuture<Fetched> fetch(String path, String accept) {
		return this.fetcher.get(this.target.uri(path), accept, this.credentials);
	}

	private void endSeries() {
		keep(this.changes.end(Times.nanosAgo(Duration.ZERO)));
	}

	private void keep(List<Point> points) {
		if (!this.boards.keep(points)) {
			this.changes.refused(points);
		}
	}

	private @Nullable String metrics(Fetched answer, long took) {
		if (answer.status() == 404) {
			endSeries();
			return null;
		}
		if (answer.status() != 200) {
			return "answers " + answer.status() + " instead of its meters";
		}
		TargetStatus last = this.status;
		String text = answer.text();
		boolean cut = this.toldEnd && !text.stripTrailing().endsWith(END);
		this.toldEnd = text.stripTrailing().endsWith(END);
		Exposition exposition = Exposition.parse(text, this.maxSamples);
		long malformed = last.malformed() + exposition.malformed();
		if (cut || exposition.samples().isEmpty()) {
			this.status = new TargetStatus(this.service, this.target.instance(), false, last.problems(), 0,
					last.dropped(), malformed, took, last.askedUs());
			return cut ? "answers with meters that are cut off" : "answers without any meters";
		}
		long now = Times.nanosAgo(Duration.ZERO);
		List<Point> points = this.changes.take(exposition.samples(), this.target, now);
		learnName(points);
		keep(points);
		this.boards.exemplars().add(this.service, exposition.samples(), now);
		this.status = new TargetStatus(this.service, this.target.instance(), true, List.of(),
				exposition.samples().size(), last.dropped() + exposition.left(), malformed, took, Times.micros(now));
		return null;
	}

	private void learnName(List<Point> points) {
		points.stream()
			.filter((point) -> !Double.isNaN(point.value()))
			.findFirst()
			.ifPresent((point) -> this.service = point.series().origin().service());
	}

	private @Nullable String health(Fetched answer, List<String> problems) {
		if (answer.status() == 404) {
			this.boards.health().remove(this.target.instance());
			return null;
		}
		JsonNode whole = read(answer);
		if (!isHealth(answer, whole)) {
			return "answers " + answer.status() + " instead of its health";
		}
		Map<String, CompletableFuture<Fetched>> probes = new LinkedHashMap<>();
		HealthReader.probes(whole).forEach((probe) -> probes.put(probe, fetch("/health/" + probe, JSON)));
		List<CheckResult> results = new ArrayList<>(HealthReader.read("", whole));
		probes.forEach((probe, told) -> AnswerUse.make(problems, " at /health/" + probe, told, (part) -> {
			JsonNode node = read(part);
			if (!isHealth(part, node)) {
				return "answers " + part.status() + " instead of its " + probe;
			}
			results.addAll(HealthReader.read(probe, node));
			return null;
		}, (problem) -> results.add(new CheckResult(probe, "", "UNKNOWN", problem, null, null))));
		this.boards.health().update(this.service, this.target.instance(), results, Instant.now());
		return null;
	}

	/**
	 * Boot's errors have a status, too: that of HTTP, a number.
	 */
	private static boolean isHealth(Fetched answer, JsonNode node) {
		return (answer.status() == 200 || answer.status() == 503) && node.path("status").isString();
	}

	private @Nullable String objectives(Fetched answer) {
		if (answer.status() == 404) {
			this.boards.slos().remove(this.target.instance());
			return null;
		}
		JsonNode report = read(answer);
		if (answer.status() != 200 || !report.path("objectives").isArray()) {
			return "answers " + answer.status() + " instead of its objectives";
		}
		try {
			this.boards.slos().update(this.service, this.target.instance(), report, Instant.now());
			return null;
		}
		catch (IllegalArgumentException ex) {
			return String.valueOf(ex.getMessage());
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

	private void tell(List<String> problems, long askedUs) {
		TargetStatus last = this.status;
		this.status = new TargetStatus(this.service, this.target.instance(), problems.isEmpty(), List.copyOf(problems),
				last.samples(), last.dropped(), last.malformed(), last.tookMs(), askedUs);
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
