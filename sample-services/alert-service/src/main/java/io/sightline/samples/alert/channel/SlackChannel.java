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
import java.util.List;
import java.util.Map;

/**
 * Posts to an incoming webhook of Slack.
 */
final class SlackChannel implements AlertChannel {

	static final String NAME = "slack";

	private final JsonPost post;

	private final URI webhook;

	SlackChannel(JsonPost post, URI webhook) {
		this.post = post;
		this.webhook = webhook;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public void send(Alert alert) throws DeliveryException {
		Map<String, Object> attachment = Map.of("color", color(alert), "title", escape(alert.name()), "title_link",
				alert.runbookUrl(), "text", escape(alert.text()), "ts", alert.startsAt().getEpochSecond());
		this.post.send(this.webhook, Map.of("text", escape(alert.title()), "attachments", List.of(attachment)));
	}

	private static String color(Alert alert) {
		if (alert.status() == Alert.Status.RESOLVED) {
			return "good";
		}
		return "critical".equals(alert.severity()) ? "danger" : "warning";
	}

	/**
	 * What Slack would take for a link or a mention of everybody.
	 */
	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
