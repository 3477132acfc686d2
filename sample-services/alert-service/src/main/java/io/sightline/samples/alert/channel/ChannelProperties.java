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
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of alerts, and how.
 *
 * @param severities Names of the channels of each severity
 * @param services Names of the channels that alerts of a service go to as well
 * @param attempts How often a channel is tried
 * @param backOff How long to wait after the first failure; doubles
 * @param timeout How long to wait for an answer
 * @param slack Incoming webhook of Slack
 * @param teams Workflow of Teams
 * @param pagerduty Service of PagerDuty
 * @param email Who gets mail
 */
@ConfigurationProperties("sample.alerts.channels")
record ChannelProperties(@DefaultValue Map<String, List<String>> severities,
		@DefaultValue Map<String, List<String>> services, @DefaultValue("8") int attempts,
		@DefaultValue("1s") Duration backOff, @DefaultValue("5s") Duration timeout, @DefaultValue Webhook slack,
		@DefaultValue Webhook teams, @DefaultValue PagerDuty pagerduty, @DefaultValue Email email) {

	/**
	 * A webhook.
	 *
	 * @param url Its address, which is a secret
	 */
	record Webhook(@Nullable URI url) {

		boolean isConfigured() {
			return this.url != null && !this.url.toString().isEmpty();
		}

	}

	/**
	 * PagerDuty.
	 *
	 * @param url Where events are sent
	 * @param routingKey Key of the integration, which is a secret
	 */
	record PagerDuty(@DefaultValue("https://events.pagerduty.com/v2/enqueue") URI url,
			@DefaultValue("") String routingKey) {

	}

	/**
	 * E-mail.
	 *
	 * @param sender Address that mail comes from
	 * @param recipients Addresses that it goes to
	 */
	record Email(@DefaultValue("alerts@example.com") String sender, @DefaultValue List<String> recipients) {

	}

}
