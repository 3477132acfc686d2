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

package io.sightline.samples.common.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Delays and fails requests. An interceptor and not a filter, so that the failure goes
 * the way of a real one: the route is known, the advice answers, the log has the
 * exception.
 */
final class ChaosInterceptor implements HandlerInterceptor {

	private static final Logger log = LoggerFactory.getLogger(ChaosInterceptor.class);

	private final String service;

	private final ChaosProperties properties;

	private final FailureShare failures;

	private final AntPathMatcher matcher = new AntPathMatcher();

	ChaosInterceptor(String service, ChaosProperties properties) {
		this.service = service;
		this.properties = properties;
		this.failures = new FailureShare(properties.failureRate());
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws InterruptedException {
		if (this.properties.enabled() && matches(request)) {
			apply(this.properties.latency(), this.failures.picksNext());
		}
		if (this.properties.headerEnabled()) {
			for (ChaosDirective directive : ChaosDirective.parse(request.getHeader(ChaosDirective.HEADER))) {
				if (directive.appliesTo(this.service)) {
					apply(directive.latency(), directive.fail());
				}
			}
		}
		return true;
	}

	private boolean matches(HttpServletRequest request) {
		return this.properties.paths()
			.stream()
			.anyMatch((pattern) -> this.matcher.match(pattern, request.getRequestURI()));
	}

	private void apply(Duration latency, boolean fail) throws InterruptedException {
		if (!latency.isZero()) {
			log.warn("Chaos delays the request by {} ms", latency.toMillis());
			TimeUnit.NANOSECONDS.sleep(latency.toNanos());
		}
		if (fail) {
			throw new ChaosException(this.service);
		}
	}

}
