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

package io.sightline.console.alerts;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the alerts of an Alertmanager.
 */
final class AlertmanagerReader {

	private static final int MAX_ALERTS = 500;

	private static final int MAX_TEXT = 1000;

	private AlertmanagerReader() {
	}

	static List<Alert> read(JsonNode answer) {
		List<Alert> alerts = new ArrayList<>();
		for (JsonNode node : answer) {
			if (alerts.size() < MAX_ALERTS) {
				alerts.add(alert(node));
			}
		}
		return alerts;
	}

	private static Alert alert(JsonNode node) {
		JsonNode labels = node.path("labels");
		JsonNode annotations = node.path("annotations");
		return new Alert("alertmanager", text(labels, "alertname"), first(labels, "service", "application", "job"),
				text(labels, "instance"), text(labels, "severity"), text(node.path("status"), "state"),
				first(annotations, "summary", "description", "message"), time(text(node, "startsAt")),
				link(text(annotations, "runbook_url")), text(labels, "slo"), null);
	}

	private static String first(JsonNode node, String... names) {
		for (String name : names) {
			String text = text(node, name);
			if (!text.isEmpty()) {
				return text;
			}
		}
		return "";
	}

	private static String text(JsonNode node, String name) {
		String text = node.path(name).asString("");
		return text.substring(0, Math.min(text.length(), MAX_TEXT));
	}

	private static @Nullable Long time(String text) {
		try {
			Instant instant = Instant.parse(text);
			return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Return a link if it leads to a page. Others, such as {@code javascript:}, are none.
	 * @param text the link
	 * @return the link, or nothing
	 */
	static @Nullable String link(String text) {
		try {
			URI uri = URI.create(text.strip());
			boolean page = ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
					&& uri.getHost() != null && uri.getUserInfo() == null;
			return page ? uri.toString() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
