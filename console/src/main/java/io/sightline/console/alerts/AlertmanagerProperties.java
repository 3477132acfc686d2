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
import java.time.Duration;

import io.sightline.console.fetch.Credentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * An Alertmanager whose alerts are shown.
 *
 * @param url Its URL, such as {@code http://localhost:9093}; none unless set
 * @param username Name for basic authentication
 * @param password Password for basic authentication
 * @param token Bearer token, instead of both
 * @param interval How often it is asked
 * @param timeout For how long an answer may take
 */
@ConfigurationProperties("console.alertmanager")
record AlertmanagerProperties(@Nullable URI url, @Nullable String username, @Nullable String password,
		@Nullable String token, @DefaultValue("5s") Duration interval, @DefaultValue("3s") Duration timeout) {

	private static final Duration SHORTEST = Duration.ofMillis(200);

	private static final Duration LONGEST = Duration.ofMinutes(2);

	AlertmanagerProperties {
		Assert.isTrue(
				url == null || (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
						&& url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null),
				"console.alertmanager.url must be a http or https URL with a host, and nothing secret in it");
		new Credentials(username, password, token);
		between("interval", interval);
		between("timeout", timeout);
	}

	private static void between(String name, Duration value) {
		Assert.isTrue(value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0,
				() -> "console.alertmanager." + name + " must be between 200ms and 2m");
	}

	Credentials credentials() {
		return new Credentials(this.username, this.password, this.token);
	}

	@Override
	public String toString() {
		return this.url + " with " + credentials();
	}

}
