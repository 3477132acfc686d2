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

package io.sightline.health.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.sightline.health.check.DownstreamHealthIndicator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The check of the services that the application calls.
 */
@Configuration(proxyBeanMethods = false)
class DownstreamHealthConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "downstreamHealthContributor")
	@ConditionalOnEnabledHealthIndicator("downstream")
	CompositeHealthContributor downstreamHealthContributor(HealthProperties properties) {
		InvalidHealthProperty.check(properties);
		Map<String, HealthIndicator> services = new LinkedHashMap<>();
		if (!properties.downstream().isEmpty()) {
			ConfiguredChecks settings = new ConfiguredChecks(properties);
			HttpClient client = HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.followRedirects(HttpClient.Redirect.NEVER)
				.build();
			properties.downstream().forEach((name, service) -> {
				URI url = URI.create(Objects.requireNonNull(service.url()));
				Duration timeout = settings.apply(ConfiguredChecks.DOWNSTREAM + "/" + name).timeout();
				services.put(name, new DownstreamHealthIndicator(client, url, timeout));
			});
		}
		return CompositeHealthContributor.fromMap(services);
	}

}
