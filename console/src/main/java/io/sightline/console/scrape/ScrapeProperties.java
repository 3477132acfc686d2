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

package io.sightline.console.scrape;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.sightline.console.fetch.Credentials;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Which services are asked for their meters, health and objectives, and how.
 *
 * @param targets Base URLs of services by the name of the service, such as
 * {@code http://localhost:8080}
 * @param targetFiles Files with further targets as Prometheus' {@code file_sd} has them
 * in JSON; read again when they change
 * @param interval How often each service is asked
 * @param timeout For how long an answer may take
 * @param maxBody Largest answer that is read
 * @param maxSamples How many values of one answer are kept
 * @param credentials What lets the console in, by the name of the service
 * @param targetFileCredentials Whether targets of files get the credentials of exactly
 * their name, too
 */
@ConfigurationProperties("console.scrape")
record ScrapeProperties(@DefaultValue Map<String, URI> targets, @DefaultValue List<Path> targetFiles,
		@DefaultValue("5s") Duration interval, @DefaultValue("3s") Duration timeout,
		@DefaultValue("8MB") DataSize maxBody, @DefaultValue("10000") int maxSamples,
		@DefaultValue Map<String, Credentials> credentials, @DefaultValue("false") boolean targetFileCredentials) {

	private static final Duration SHORTEST = Duration.ofMillis(200);

	private static final Duration LONGEST = Duration.ofMinutes(2);

	ScrapeProperties {
		targets.forEach((name, url) -> Assert.isTrue(Target.isUrl(url),
				() -> "console.scrape.targets." + name + " must be a http or https URL with a host and nothing else"));
		between("interval", interval);
		between("timeout", timeout);
		Assert.isTrue(maxBody.toBytes() > 0 && maxBody.toBytes() <= 64L << 20,
				"console.scrape.max-body must be between 1B and 64MB");
		Assert.isTrue(maxSamples > 0, "console.scrape.max-samples must be above 0");
		credentials.forEach((name, given) -> Assert.isTrue(!given.equals(Credentials.NONE),
				() -> "console.scrape.credentials." + name + " must have a token, or a username and a password"));
		unambiguous(targets.keySet(), credentials.keySet());
	}

	private static void unambiguous(Set<String> targets, Set<String> keys) {
		for (String name : targets) {
			List<String> found = keysOf(name, targets, keys).toList();
			Assert.isTrue(found.size() <= 1, () -> "console.scrape.credentials has " + found + " for the target " + name
					+ ": name it as the target is named");
			List<String> alike = targets.stream()
				.filter((other) -> keysOf(other, targets, keys).anyMatch(found::contains))
				.toList();
			Assert.isTrue(alike.size() <= 1, () -> "console.scrape.credentials." + found.get(0)
					+ " could be for any of the targets " + alike + ": name it as the target is named");
		}
	}

	/** Names of credentials for a target: its own, or those that are nearly like it. */
	private static Stream<String> keysOf(String name, Set<String> targets, Set<String> keys) {
		if (keys.contains(name)) {
			return Stream.of(name);
		}
		String uniform = uniform(name);
		return keys.stream()
			.filter((key) -> !uniform.isEmpty() && !targets.contains(key) && uniform(key).equals(uniform));
	}

	private static void between(String name, Duration value) {
		Assert.isTrue(value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0,
				() -> "console.scrape." + name + " must be between 200ms and 2m");
	}

	/**
	 * Return what lets the console in. In environment variables names have neither dashes
	 * nor capitals.
	 * @param target the service
	 * @return its credentials
	 */
	Credentials credentialsOf(Target target) {
		if (target.fromFile()) {
			return this.targetFileCredentials ? this.credentials.getOrDefault(target.name(), Credentials.NONE)
					: Credentials.NONE;
		}
		return keysOf(target.name(), this.targets.keySet(), this.credentials.keySet()).findFirst()
			.map(this.credentials::get)
			.orElse(Credentials.NONE);
	}

	private static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

}
