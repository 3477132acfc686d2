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

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in: senders with the receiver's token, programs with the API's, browsers with a
 * session. What holds no data, such as the page itself, is for anybody on this machine.
 */
final class AccessFilter extends OncePerRequestFilter {

	static final String COOKIE = "sightline_console";

	private static final String BEARER = "Bearer ";

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final Origins origins;

	private final Sessions sessions;

	private final Secret token;

	private final Secret receiverToken;

	private final Upkeep upkeep;

	AccessFilter(Origins origins, Sessions sessions, Secret token, Secret receiverToken, Upkeep upkeep) {
		this.origins = origins;
		this.sessions = sessions;
		this.token = token;
		this.receiverToken = receiverToken;
		this.upkeep = upkeep;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ResponseHeaders.add(response);
		Refusal refusal = check(request);
		if (refusal == null) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(refusal.status());
		if (refusal.status() == 401) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		// The reasons are ours and need no escaping.
		response.getWriter().write("{\"status\":" + refusal.status() + ",\"detail\":\"" + refusal.reason() + "\"}");
	}

	private @Nullable Refusal check(HttpServletRequest request) {
		Refusal refusal = this.origins.check(request);
		if (refusal != null) {
			return refusal;
		}
		String path = path(request);
		boolean changes = !READING.contains(request.getMethod());
		if (path.startsWith("/v1/")) {
			return this.receiverToken.isKnownTo(shown(request)) ? null
					: new Refusal(401, "The receiver's token is needed");
		}
		if (this.upkeep.needsToken(path)) {
			return this.token.isKnownTo(shown(request)) ? null : new Refusal(401, "The console's token is needed");
		}
		if (!path.startsWith("/api/")) {
			return changes ? new Refusal(405, "There is nothing to change here") : null;
		}
		if (this.token.isKnownTo(shown(request))) {
			return null;
		}
		if (!this.sessions.isOpen(session(request))) {
			return new Refusal(401, "Log in with the link that the console has printed");
		}
		return this.origins.checkPage(request, changes);
	}

	/** As Spring will see it: without it, {@code /%61pi/} would be another path here. */
	private static String path(HttpServletRequest request) {
		String info = request.getPathInfo();
		return request.getServletPath() + ((info != null) ? info : "");
	}

	private static @Nullable String shown(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (header != null && header.startsWith(BEARER)) ? header.substring(BEARER.length())
				: request.getHeader("X-Console-Token");
	}

	private static @Nullable String session(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (COOKIE.equals(cookie.getName())) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

}
