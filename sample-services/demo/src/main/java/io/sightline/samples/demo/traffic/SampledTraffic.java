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

package io.sightline.samples.demo.traffic;

import java.util.List;
import java.util.Map;

import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.SpanAccount;

/**
 * Requests of which the services keep what they find worth it.
 *
 * @param registrations the requests
 * @param accounts what became of the spans of each service
 */
public record SampledTraffic(List<Registration> registrations, Map<SampleService, SpanAccount> accounts) {

	public SampledTraffic {
		registrations = List.copyOf(registrations);
		accounts = Map.copyOf(accounts);
	}

	/**
	 * Return the requests that were to end in a way.
	 * @param fate the way
	 * @return the requests
	 */
	public List<Registration> of(Fate fate) {
		return this.registrations.stream().filter((registration) -> registration.fate() == fate).toList();
	}

	/**
	 * How a request is to end.
	 */
	public enum Fate {

		/**
		 * Well, and soon.
		 */
		ROUTINE,

		/**
		 * With an error of payment-service.
		 */
		FAILING,

		/**
		 * Well, but late.
		 */
		SLOW

	}

	/**
	 * One request.
	 *
	 * @param fate how it was to end
	 * @param traceId its trace, as the response says
	 * @param status the status of the response
	 */
	public record Registration(Fate fate, String traceId, int status) {

	}

}
