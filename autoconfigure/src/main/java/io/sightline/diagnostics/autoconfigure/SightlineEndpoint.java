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

package io.sightline.diagnostics.autoconfigure;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * The wiring report, as JSON or text, and changes of sampling that end by themselves. To
 * change anything, access has to be granted.
 */
@WebEndpoint(id = "sightline", defaultAccess = Access.READ_ONLY)
final class SightlineEndpoint {

	private static final String SAMPLING = "sampling";

	private final WiringReports reports;

	private final SamplingChanges sampling;

	SightlineEndpoint(WiringReports reports, SamplingChanges sampling) {
		this.reports = reports;
		this.sampling = sampling;
	}

	@ReadOperation(producesFrom = ReportMediaType.class)
	WebEndpointResponse<Object> report(ReportMediaType mediaType) {
		return new WebEndpointResponse<>(mediaType.body(this.reports.create()), mediaType);
	}

	/**
	 * Changes sampling for a while.
	 * @param what {@code sampling}
	 * @param ratio the share of traces to keep, from 0 to 1
	 * @param duration for how long, such as {@code 10m}
	 * @param route the route it is about, or nothing for all
	 * @return the change that holds
	 */
	@WriteOperation
	WebEndpointResponse<Map<String, Object>> change(@Selector String what, double ratio, Duration duration,
			@Nullable String route) {
		if (!isChangeable(what)) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		try {
			this.sampling.change(ratio, duration, route);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointRequestException(String.valueOf(ex.getMessage()), SAMPLING, ex);
		}
		return new WebEndpointResponse<>(this.sampling.current());
	}

	/**
	 * Takes a change back before it is over.
	 * @param what {@code sampling}
	 * @return nothing
	 */
	@DeleteOperation
	WebEndpointResponse<Map<String, Object>> revert(@Selector String what) {
		if (!isChangeable(what)) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		this.sampling.revert();
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
	}

	private boolean isChangeable(String what) {
		return SAMPLING.equals(what) && this.sampling.isPossible();
	}

}
