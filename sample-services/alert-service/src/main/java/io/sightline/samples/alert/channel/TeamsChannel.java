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
import java.util.List;
import java.util.Map;

/**
 * Posts an adaptive card to a workflow of Microsoft Teams.
 */
final class TeamsChannel implements AlertChannel {

	static final String NAME = "teams";

	private static final String TYPE = "type";

	private final JsonPost post;

	private final URI webhook;

	TeamsChannel(JsonPost post, URI webhook) {
		this.post = post;
		this.webhook = webhook;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void send(Alert alert) throws DeliveryException {
		List<Object> actions = new ArrayList<>();
		if (alert.runbookUrl().startsWith("http")) {
			actions.add(Map.of(TYPE, "Action.OpenUrl", "title", "What to do", "url", alert.runbookUrl()));
		}
		Map<String, Object> card = Map.of("$schema", "http://adaptivecards.io/schemas/adaptive-card.json", TYPE,
				"AdaptiveCard", "version", "1.4", "body", List.of(title(alert), block(alert.text())), "actions",
				actions);
		this.post.send(this.webhook, Map.of(TYPE, "message", "attachments",
				List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
	}

	private static Map<String, Object> title(Alert alert) {
		String color = (alert.status() == Alert.Status.RESOLVED) ? "good" : "attention";
		return Map.of(TYPE, "TextBlock", "text", alert.title(), "wrap", true, "weight", "bolder", "color", color);
	}

	private static Map<String, Object> block(String text) {
		return Map.of(TYPE, "TextBlock", "text", text, "wrap", true);
	}

}
