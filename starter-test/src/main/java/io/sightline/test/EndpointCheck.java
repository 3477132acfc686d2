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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.sightline.test.endpoint.Endpoint;
import io.sightline.test.endpoint.Endpoints;
import io.sightline.test.endpoint.Probe;

import org.springframework.context.ApplicationContext;

/**
 * Asks every endpoint once, each in a run of its own, and looks at what is told of it.
 */
final class EndpointCheck {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ApplicationContext application;

	private final String meter;

	EndpointCheck(ApplicationContext application) {
		this.application = application;
		this.meter = application.getEnvironment()
			.getProperty("management.observations.http.server.requests.name", "http.server.requests");
	}

	/**
	 * The endpoints, without those of some routes.
	 */
	List<Endpoint> endpoints(Set<String> except) {
		return Endpoints.of(this.application)
			.stream()
			.filter((endpoint) -> !except.contains(endpoint.route()))
			.toList();
	}

	/**
	 * What is not told, in words, for each endpoint of which something is not.
	 */
	List<String> problems(List<Endpoint> endpoints) {
		List<String> problems = new ArrayList<>();
		for (Endpoint endpoint : endpoints) {
			TestRun run = new TestRun("probe of " + endpoint, this.application);
			TestRuns.JVM.within(run, () -> {
				Probe.Reply reply = new Probe(this.application).send(endpoint, headers(run));
				List<String> missing = missing(endpoint, run, reply);
				if (!missing.isEmpty()) {
					problems.add(endpoint + ": " + String.join(", ", missing) + " (status " + reply.status()
							+ (reply.reached() ? ")" : ", not reached)"));
				}
			});
		}
		return problems;
	}

	/**
	 * Whether a trace is sampled is not what is asked.
	 */
	private static Map<String, String> headers(TestRun run) {
		IdGenerator ids = IdGenerator.random();
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put(TestRuns.MARK, run.id());
		headers.put("traceparent", "00-" + ids.generateTraceId() + "-" + ids.generateSpanId() + "-01");
		return headers;
	}

	private List<String> missing(Endpoint endpoint, TestRun run, Probe.Reply reply) {
		Telemetry telemetry = new Telemetry(run).within(PATIENCE);
		telemetry.eventually(() -> missingNow(endpoint, run, reply).isEmpty());
		return missingNow(endpoint, run, reply);
	}

	private List<String> missingNow(Endpoint endpoint, TestRun run, Probe.Reply reply) {
		List<String> missing = new ArrayList<>();
		if (!reply.reached() && !reply.denied()) {
			missing.add("cannot be asked");
		}
		if (run.spans().stream().noneMatch((span) -> span.getKind() == SpanKind.SERVER)) {
			missing.add("no span");
		}
		List<Recording> recordings = run.recordings()
			.stream()
			.filter((recording) -> recording.meter().getName().equals(this.meter))
			.toList();
		if (recordings.isEmpty()) {
			missing.add("nothing recorded by '" + this.meter + "'");
		}
		else if (reply.reached() && recordings.stream()
			.noneMatch((recording) -> endpoint.route().equals(recording.meter().getTag("uri")))) {
			missing.add("recorded with uri '" + recordings.get(0).meter().getTag("uri") + "'");
		}
		return missing;
	}

}
