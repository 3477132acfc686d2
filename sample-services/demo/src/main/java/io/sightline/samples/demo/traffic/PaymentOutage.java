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

import java.time.Duration;

import io.sightline.samples.demo.http.Await;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.service.ServiceProcess;
import tools.jackson.databind.JsonNode;

/**
 * Freezes payment-service, so that it takes connections and never answers, and looks at
 * it through the health of order-service.
 */
public final class PaymentOutage {

	private static final Duration LIMIT = Duration.ofSeconds(40);

	private final HttpCaller caller;

	private final Addresses addresses;

	private final ServiceProcess payment;

	/**
	 * Create an outage.
	 * @param caller sends the requests
	 * @param addresses where the services listen
	 * @param payment the process to freeze
	 */
	public PaymentOutage(HttpCaller caller, Addresses addresses, ServiceProcess payment) {
		this.caller = caller;
		this.addresses = addresses;
		this.payment = payment;
	}

	/**
	 * Freeze the service until order-service has noticed, then let it go on.
	 * @return what was seen
	 */
	public Outage run() {
		String before = await("UP");
		this.payment.freeze();
		try {
			String during = await("DEGRADED");
			String overall = health("").path("status").asString("unknown");
			String readiness = health("/readiness").path("status").asString("unknown");
			this.payment.thaw();
			return new Outage(before, during, overall, readiness, await("UP"));
		}
		finally {
			this.payment.thaw();
		}
	}

	private String await(String status) {
		Await.until(LIMIT, () -> status.equals(status()));
		return status();
	}

	private String status() {
		return health("").at("/components/downstream/components/payment/status").asString("unknown");
	}

	private JsonNode health(String group) {
		return this.caller.get(this.addresses.uri(SampleService.ORDER, "/actuator/health" + group)).json();
	}

}
