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

package io.sightline.test;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Knows services by name, also where a test plays them on a port of its own.
 */
final class Peers {

	private static final List<String> NAMES = List.of("service.peer.name", "peer.service");

	private static final List<String> HOSTS = List.of("server.address", "client.name", "net.peer.name");

	private static final List<String> URLS = List.of("url.full", "http.url");

	private final Map<String, String> authorities = new ConcurrentHashMap<>();

	/**
	 * Reads the services that the application knows by name: those of
	 * {@code sightline.health.downstream.<name>.url}.
	 */
	static Peers of(Environment environment) {
		Peers peers = new Peers();
		Binder.get(environment)
			.bind("sightline.health.downstream", Bindable.mapOf(String.class, Object.class))
			.ifBound((services) -> services.forEach((name, settings) -> {
				if (settings instanceof Map<?, ?> map && map.get("url") instanceof String url) {
					peers.add(name, environment.resolvePlaceholders(url));
				}
			}));
		return peers;
	}

	void add(String name, String url) {
		String authority = authority(url);
		if (authority.isEmpty()) {
			throw new IllegalArgumentException("'" + url + "' is not the URL of a service");
		}
		this.authorities.put(name, authority);
	}

	private static String authority(@Nullable String url) {
		try {
			String authority = (url != null) ? URI.create(url).getRawAuthority() : null;
			return (authority != null) ? authority.toLowerCase(Locale.ROOT) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/**
	 * Whether a span is a call of a service, or was made by it.
	 */
	boolean isOf(SpanData span, String name) {
		String service = span.getResource().getAttribute(AttributeKey.stringKey("service.name"));
		if (span.getKind() != SpanKind.CLIENT && span.getKind() != SpanKind.PRODUCER) {
			return name.equals(service) && span.getParentSpanContext().isRemote();
		}
		return name.equals(SpanFacts.text(span, NAMES)) || hosts(span).anyMatch((host) -> isHost(host, name))
				|| isAt(span, this.authorities.get(name));
	}

	private static Stream<String> hosts(SpanData span) {
		String host = SpanFacts.text(span, HOSTS);
		String authority = authority(SpanFacts.text(span, URLS)).replaceFirst(":\\d+$", "");
		return Stream.of((host != null) ? host : "", authority);
	}

	private static boolean isHost(String host, String name) {
		return host.equalsIgnoreCase(name)
				|| host.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ".");
	}

	private static boolean isAt(SpanData span, @Nullable String authority) {
		if (authority == null) {
			return false;
		}
		return authority.equals(authority(SpanFacts.text(span, URLS))) || authority
			.equals(SpanFacts.text(span, HOSTS) + ":" + SpanFacts.text(span, List.of("server.port", "net.peer.port")));
	}

	@Override
	public String toString() {
		return new TreeMap<>(this.authorities).toString();
	}

}
