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

package io.sightline.samples.demo.telemetry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.http.Reply;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;

/**
 * Asks the services for their metrics and health, as Prometheus and a cluster would.
 */
public final class ServiceProbe {

	private final HttpCaller caller;

	private final Addresses addresses;

	/**
	 * Create a probe.
	 * @param caller sends the requests
	 * @param addresses where the services listen
	 */
	public ServiceProbe(HttpCaller caller, Addresses addresses) {
		this.caller = caller;
		this.addresses = addresses;
	}

	/**
	 * Scrape every service.
	 * @return the scrape of each
	 */
	public Map<SampleService, Scrape> scrapes() {
		return ofEach(this::scrape);
	}

	/**
	 * Ask every service for its health.
	 * @return the health of each
	 */
	public Map<SampleService, Health> health() {
		return ofEach((service) -> new Health(status(service, ""), status(service, "/liveness"),
				status(service, "/readiness")));
	}

	/**
	 * Ask a service for its objectives.
	 * @param service the service
	 * @return the state of each objective, by name
	 */
	public Map<String, String> objectives(SampleService service) {
		Map<String, String> states = new TreeMap<>();
		Reply reply = this.caller.get(this.addresses.uri(service, "/actuator/slo"));
		reply.json()
			.path("objectives")
			.valueStream()
			.forEach((objective) -> states.put(objective.path("name").asString("unnamed"),
					objective.path("state").asString("unknown")));
		return states;
	}

	private <T> Map<SampleService, T> ofEach(Function<SampleService, T> question) {
		Map<SampleService, T> answers = new EnumMap<>(SampleService.class);
		for (SampleService service : SampleService.values()) {
			answers.put(service, question.apply(service));
		}
		return answers;
	}

	private Scrape scrape(SampleService service) {
		Reply reply = this.caller.get(this.addresses.uri(service, "/actuator/prometheus"));
		boolean answered = reply.status() == 200;
		return new Scrape(reply.status(), answered ? ScrapeParser.parse(reply.body()) : List.of());
	}

	private String status(SampleService service, String group) {
		Reply reply = this.caller.get(this.addresses.uri(service, "/actuator/health" + group));
		return reply.json().path("status").asString("no status, HTTP " + reply.status());
	}

}
