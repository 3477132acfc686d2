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

package io.sightline.samples.alert.channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends events of version 2 to PagerDuty. The fingerprint is the key by which the end of
 * an alert finds its beginning.
 */
final class PagerDutyChannel implements AlertChannel {

	static final String NAME = "pagerduty";

	private static final int MAX_SUMMARY = 1024;

	private final JsonPost post;

	private final URI events;

	private final String routingKey;

	PagerDutyChannel(JsonPost post, URI events, String routingKey) {
		this.post = post;
		this.events = events;
		this.routingKey = routingKey;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void send(Alert alert) throws DeliveryException {
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("routing_key", this.routingKey);
		event.put("event_action", (alert.status() == Alert.Status.RESOLVED) ? "resolve" : "trigger");
		event.put("dedup_key", alert.fingerprint());
		event.put("payload", payload(alert));
		event.put("links", links(alert));
		this.post.send(this.events, event);
	}

	private static Map<String, Object> payload(Alert alert) {
		String title = alert.title();
		return Map.of("summary", (title.length() > MAX_SUMMARY) ? title.substring(0, MAX_SUMMARY) : title, "source",
				alert.service(), "severity", severity(alert.severity()), "timestamp", alert.startsAt().toString(),
				"component", alert.service(), "class", alert.name(), "custom_details",
				Map.of("description", alert.description()));
	}

	private static String severity(String severity) {
		return List.of("critical", "warning", "error", "info").contains(severity) ? severity : "error";
	}

	private static List<Object> links(Alert alert) {
		List<Object> links = new ArrayList<>();
		if (alert.runbookUrl().startsWith("http")) {
			links.add(Map.of("href", alert.runbookUrl(), "text", "What to do"));
		}
		if (alert.sourceUrl().startsWith("http")) {
			links.add(Map.of("href", alert.sourceUrl(), "text", "Where it comes from"));
		}
		return links;
	}

}
