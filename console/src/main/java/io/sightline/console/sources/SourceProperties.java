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

package io.sightline.console.sources;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

import io.sightline.console.fetch.Credentials;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Other places that have telemetry. None is asked unless its address is set.
 *
 * @param timeout How long to wait for an answer
 * @param maxAnswer How large an answer may be
 * @param zipkin A Zipkin
 * @param jaeger The query service of a Jaeger
 * @param opensearch An OpenSearch or Elasticsearch
 * @param prometheus A Prometheus
 */
@ConfigurationProperties("console.sources")
record SourceProperties(@DefaultValue("5s") Duration timeout, @DefaultValue("8MB") DataSize maxAnswer,
		@DefaultValue Place zipkin, @DefaultValue Place jaeger, @DefaultValue LogPlace opensearch,
		@DefaultValue Place prometheus) {

	private static final Pattern INDEX = Pattern.compile("[a-z0-9*][a-z0-9*_.,-]{0,254}");

	SourceProperties {
		Assert.isTrue(timeout.toMillis() > 0, "console.sources.timeout must be above 0");
		Assert.isTrue(maxAnswer.toBytes() > 0 && maxAnswer.toBytes() <= 64L << 20,
				"console.sources.max-answer must be between 1B and 64MB");
		address("zipkin", zipkin.url());
		address("jaeger", jaeger.url());
		address("opensearch", opensearch.url());
		address("prometheus", prometheus.url());
		Assert.isTrue(INDEX.matcher(opensearch.index()).matches(),
				"console.sources.opensearch.index must be a name of indices, such as logs-*");
	}

	private static void address(String name, String url) {
		Assert.isTrue(url.isEmpty() || isAddress(url),
				() -> "console.sources." + name + ".url must be an http or https address without user, query and "
						+ "fragment, such as http://localhost:9411");
	}

	private static String header(String authorization) {
		String header = String.valueOf(Credentials.checked("authorization", authorization));
		Assert.isTrue(header.chars().allMatch((character) -> character < 128),
				"The authorization must consist of ASCII characters");
		return header;
	}

	private static boolean isAddress(String url) {
		try {
			URI address = URI.create(url);
			return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
					&& address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null
					&& address.getRawFragment() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * A place to ask.
	 *
	 * @param url Its address; not asked if empty
	 * @param authorization What to send as the header Authorization, if anything
	 */
	record Place(@DefaultValue("") String url, @DefaultValue("") String authorization) {

		Place {
			authorization = header(authorization);
		}

		@Override
		public String toString() {
			return this.url;
		}

	}

	/**
	 * A place to ask for log lines.
	 *
	 * @param url Its address; not asked if empty
	 * @param authorization What to send as the header Authorization, if anything
	 * @param index Indices that have the lines
	 */
	record LogPlace(@DefaultValue("") String url, @DefaultValue("") String authorization,
			@DefaultValue("logs-*") String index) {

		LogPlace {
			authorization = header(authorization);
		}

		@Override
		public String toString() {
			return this.url + "/" + this.index;
		}

	}

}
