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

package io.sightline.samples.alert.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.sightline.samples.common.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets in who shows the token. Nobody, if there is none: anybody could call people out of
 * their beds.
 */
final class BearerTokenInterceptor implements HandlerInterceptor {

	private static final Logger log = LoggerFactory.getLogger(BearerTokenInterceptor.class);

	private static final String SCHEME = "Bearer ";

	private final byte[] token;

	BearerTokenInterceptor(String token) {
		this.token = token.getBytes(StandardCharsets.UTF_8);
		if (token.isEmpty()) {
			log.info("No alerts are taken: sample.alerts.token is not set");
		}
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!isKnown(request.getHeader(HttpHeaders.AUTHORIZATION))) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed");
		}
		return true;
	}

	private boolean isKnown(@Nullable String header) {
		if (this.token.length == 0 || header == null || !header.startsWith(SCHEME)) {
			return false;
		}
		byte[] shown = header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(this.token, shown);
	}

}
