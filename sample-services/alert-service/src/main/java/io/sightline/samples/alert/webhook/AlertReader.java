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

package io.sightline.samples.alert.webhook;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sightline.samples.alert.channel.Alert;
import io.sightline.samples.alert.webhook.AlertmanagerMessage.Item;
import jakarta.validation.Validator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads the alerts of a message one by one: one that is of no use must not keep the
 * others from people.
 */
@Component
class AlertReader {

	private static final Logger log = LoggerFactory.getLogger(AlertReader.class);

	private final JsonMapper mapper;

	private final Validator validator;

	private final Counter invalid;

	AlertReader(JsonMapper mapper, Validator validator, MeterRegistry registry) {
		this.mapper = mapper;
		this.validator = validator;
		this.invalid = registry.counter("alerts.received", "decision", "invalid");
	}

	/**
	 * Reads an alert.
	 * @param alert the alert as it came
	 * @return the alert; empty if it is none, which is counted and logged
	 */
	Optional<Alert> read(JsonNode alert) {
		Set<String> reasons;
		try {
			Item item = this.mapper.treeToValue(alert.isObject() ? alert : this.mapper.createObjectNode(), Item.class);
			reasons = reasons(item);
			if (reasons.isEmpty()) {
				return Optional.of(item.alert());
			}
		}
		catch (JacksonException ex) {
			reasons = Set.of(ex.getClass().getSimpleName());
		}
		this.invalid.increment();
		log.warn("An alert of Alertmanager is left out: {}", reasons);
		return Optional.empty();
	}

	private Set<String> reasons(Item item) {
		return this.validator.validate(item)
			.stream()
			.map((violation) -> violation.getPropertyPath() + " " + violation.getMessage())
			.collect(Collectors.toSet());
	}

}
