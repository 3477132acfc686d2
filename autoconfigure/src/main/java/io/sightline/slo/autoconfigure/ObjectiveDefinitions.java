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

package io.sightline.slo.autoconfigure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.sightline.slo.InvalidObjectiveException;
import io.sightline.slo.Objective;
import io.sightline.slo.autoconfigure.SloProperties.BadProperties;
import io.sightline.slo.autoconfigure.SloProperties.MatchProperties;
import io.sightline.slo.autoconfigure.SloProperties.ObjectiveProperties;
import io.sightline.slo.source.BadEvents;
import io.sightline.slo.source.EventMatch;
import io.sightline.slo.source.EventSource;
import io.sightline.slo.source.ObjectiveDefinition;

import org.springframework.core.env.Environment;

/**
 * Reads objectives from properties.
 */
final class ObjectiveDefinitions {

	private static final List<String> WIDE_EVENTS = List.of("sightline.request.enabled",
			"sightline.request.wide-event.enabled");

	private final SloProperties properties;

	private final Environment environment;

	private final Map<EventSource, String> observations;

	ObjectiveDefinitions(SloProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
		this.observations = Map.of(EventSource.SERVER,
				environment.getProperty("management.observations.http.server.requests.name", "http.server.requests"),
				EventSource.CLIENT,
				environment.getProperty("management.observations.http.client.requests.name", "http.client.requests"));
	}

	List<ObjectiveDefinition> read() {
		return new TreeMap<>(this.properties.objectives()).entrySet()
			.stream()
			.map((entry) -> definition(entry.getKey(), entry.getValue()))
			.toList();
	}

	private ObjectiveDefinition definition(String name, ObjectiveProperties objective) {
		if (objective.target() == null) {
			throw new InvalidObjectiveException(name, "it has no target.",
					"Set sightline.slo.objectives.%s.target, such as 99.9.".formatted(name));
		}
		long minBadEvents = Objects.requireNonNullElse(objective.minBadEvents(), this.properties.minBadEvents());
		EventSource source = available(name, source(name, objective.match()));
		return new ObjectiveDefinition(
				new Objective(name, objective.type(), objective.target(), objective.window(), objective.threshold(),
						minBadEvents),
				new EventMatch(source, observed(source, objective.match()), tags(objective.match())),
				bad(source, objective.bad()));
	}

	private static EventSource source(String name, MatchProperties match) {
		List<EventSource> sources = Stream.of((match.meter() != null) ? EventSource.METER : null,
				(match.observation() != null) ? EventSource.OBSERVATION : null,
				match.client().isEmpty() ? null : EventSource.CLIENT, match.wideEvent() ? EventSource.WIDE_EVENT : null)
			.filter(Objects::nonNull)
			.toList();
		if (sources.size() > 1) {
			throw new InvalidObjectiveException(name, "it is about events of several kinds: " + sources + ".",
					"Set one of match.meter, match.observation, match.client and match.wide-event.");
		}
		return sources.isEmpty() ? EventSource.SERVER : sources.get(0);
	}

	private EventSource available(String name, EventSource source) {
		if (source == EventSource.WIDE_EVENT
				&& WIDE_EVENTS.stream().anyMatch((key) -> !this.environment.getProperty(key, Boolean.class, true))) {
			throw new InvalidObjectiveException(name, "it is about the events that sum up requests, which are off.",
					"Remove match.wide-event, or do not set any of " + WIDE_EVENTS + " to false.");
		}
		return source;
	}

	private String observed(EventSource source, MatchProperties match) {
		String own = (match.meter() != null) ? match.meter() : match.observation();
		return (own != null) ? own : this.observations.getOrDefault(source, "");
	}

	private static Map<String, Set<String>> tags(MatchProperties match) {
		Map<String, Set<String>> tags = new HashMap<>(values(match.tags()));
		put(tags, EventMatch.URI, match.uri());
		put(tags, "method", match.method());
		if (!match.client().contains("*")) {
			put(tags, "client.name", match.client());
		}
		return tags;
	}

	private static void put(Map<String, Set<String>> tags, String name, Set<String> values) {
		if (!values.isEmpty()) {
			tags.put(name, Set.copyOf(values));
		}
	}

	private static BadEvents bad(EventSource source, BadProperties bad) {
		if (bad.status() == null && bad.exceptions() == null && bad.tags() == null) {
			return switch (source) {
				case SERVER, WIDE_EVENT -> BadEvents.SERVER_ERRORS;
				case CLIENT -> BadEvents.CLIENT_FAILURES;
				case OBSERVATION -> BadEvents.ERRORS;
				case METER -> new BadEvents(Set.of(), Set.of(), Map.of(), false);
			};
		}
		return new BadEvents(Objects.requireNonNullElse(bad.status(), Set.of()),
				Objects.requireNonNullElse(bad.exceptions(), Set.of()),
				values(Objects.requireNonNullElse(bad.tags(), Map.of())), false);
	}

	private static Map<String, Set<String>> values(Map<String, List<String>> tags) {
		Map<String, Set<String>> values = new HashMap<>();
		tags.forEach((name, list) -> values.put(name, Set.copyOf(list)));
		return values;
	}

}
