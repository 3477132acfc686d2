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
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;

/**
 * Makes the channels that are configured. Other channels are beans.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
class ChannelConfiguration {

	private static final Duration MAX_BACK_OFF = Duration.ofMinutes(1);

	@Bean
	AlertChannels alertChannels(ChannelProperties properties, ObjectProvider<MailSender> mail,
			ObjectProvider<AlertChannel> others, MeterRegistry registry) {
		List<AlertChannel> channels = new ArrayList<>(others.orderedStream().toList());
		channels.add(new LogChannel());
		addHttp(channels, properties);
		MailSender sender = mail.getIfAvailable();
		if (sender != null && !properties.email().recipients().isEmpty()) {
			channels.add(new EmailChannel(sender, properties.email().sender(), properties.email().recipients()));
		}
		RetryPolicy retry = new RetryPolicy(properties.attempts(), properties.backOff(), MAX_BACK_OFF);
		return new AlertChannels(new AlertRoutes(properties.severities(), properties.services()),
				channels.stream().map((channel) -> new ChannelQueue(channel, retry, registry)).toList());
	}

	private static void addHttp(List<AlertChannel> channels, ChannelProperties properties) {
		JsonPost post = new JsonPost(properties.timeout());
		URI slack = properties.slack().url();
		if (slack != null && properties.slack().isConfigured()) {
			channels.add(new SlackChannel(post, slack));
		}
		URI teams = properties.teams().url();
		if (teams != null && properties.teams().isConfigured()) {
			channels.add(new TeamsChannel(post, teams));
		}
		if (!properties.pagerduty().routingKey().isEmpty()) {
			channels.add(new PagerDutyChannel(post, properties.pagerduty().url(), properties.pagerduty().routingKey()));
		}
	}

}
