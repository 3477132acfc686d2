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

package io.sightline.console.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a request comes from: from this machine, under a name that is ours, from a
 * page that is ours. A page of somebody else's can make a browser send requests here, and
 * can have its own name resolve to this machine.
 */
final class Origins {

	private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
			"X-Real-IP");

	private final Set<String> hosts;

	private final boolean allowRemote;

	Origins(AccessProperties properties) {
		this.hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
		properties.hosts().forEach((host) -> this.hosts.add(host.toLowerCase(Locale.ROOT)));
		this.allowRemote = properties.allowRemote();
	}

	@Nullable Refusal check(HttpServletRequest request) {
		if (!this.allowRemote && !isLocal(request)) {
			return new Refusal(403, "Only this machine may ask");
		}
		if (!this.hosts.contains(name(request.getHeader("Host")))) {
			return new Refusal(403, "Not a name of this console; see console.access.hosts");
		}
		return null;
	}

	private static boolean isLocal(HttpServletRequest request) {
		try {
			return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
					&& FORWARDED.stream().allMatch((name) -> request.getHeader(name) == null);
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/**
	 * Return the name in a Host header, without the port.
	 * @param host the header
	 * @return the name in lower case
	 */
	private static String name(@Nullable String host) {
		if (host == null) {
			return "";
		}
		int colon = host.lastIndexOf(':');
		boolean port = colon > host.lastIndexOf(']') && colon >= 0;
		return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
	}

	/**
	 * Check that no other page is behind a request.
	 * @param request the request
	 * @param changes whether it is to change anything
	 * @return why it is refused, if it is
	 */
	@Nullable Refusal checkPage(HttpServletRequest request, boolean changes) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null && !site.equals("same-origin") && !site.equals("none")) {
			return new Refusal(403, "Asked for by a page of another site");
		}
		String origin = request.getHeader("Origin");
		if (origin != null && !isOwn(origin, request)) {
			return new Refusal(403, "Asked for by a page of another origin");
		}
		if (changes && request.getHeader("X-Console-Request") == null) {
			return new Refusal(403, "The header X-Console-Request is missing");
		}
		return null;
	}

	private static boolean isOwn(String origin, HttpServletRequest request) {
		try {
			String authority = URI.create(origin).getRawAuthority();
			return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
