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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.sightline.samples.demo.http.Await;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.http.Reply;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.telemetry.ServiceProbe;
import io.sightline.samples.demo.telemetry.SpanAccount;
import io.sightline.samples.demo.traffic.SampledTraffic.Fate;
import io.sightline.samples.demo.traffic.SampledTraffic.Registration;

/**
 * Two hundred people register, who bring no trace along, so that the services decide
 * which traces are kept. Deep down, where payment-service opens an account, it fails for
 * a few of them and takes long for as many.
 */
public final class Registrations {

	private static final int COUNT = 200;

	private static final int EVERY = 40;

	private static final int FAILING = 10;

	private static final int SLOW = 30;

	private static final Duration QUIET_LIMIT = Duration.ofSeconds(20);

	private static final String BODY = """
			{"name": "Kim", "email": "%s@example.com", "country": "GB", "source": "api"}""";

	private final HttpCaller caller;

	private final Addresses addresses;

	/**
	 * Create the registrations.
	 * @param caller sends the requests
	 * @param addresses where the services listen
	 */
	public Registrations(HttpCaller caller, Addresses addresses) {
		this.caller = caller;
		this.addresses = addresses;
	}

	/**
	 * Send everything and wait until the services have delivered all they keep.
	 * @return what came back
	 */
	public SampledTraffic run() {
		List<Registration> registrations = new ArrayList<>();
		for (int i = 0; i < COUNT; i++) {
			registrations.add(register(fate(i)));
		}
		ServiceProbe probe = new ServiceProbe(this.caller, this.addresses);
		Map<SampleService, SpanAccount> accounts = new EnumMap<>(SampleService.class);
		Await.until(QUIET_LIMIT, () -> {
			probe.scrapes().forEach((service, scrape) -> accounts.put(service, SpanAccount.of(scrape)));
			return accounts.values().stream().allMatch(SpanAccount::isQuiet);
		});
		return new SampledTraffic(registrations, accounts);
	}

	private static Fate fate(int number) {
		return switch (number % EVERY) {
			case FAILING -> Fate.FAILING;
			case SLOW -> Fate.SLOW;
			default -> Fate.ROUTINE;
		};
	}

	private Registration register(Fate fate) {
		Map<String, String> headers = switch (fate) {
			case FAILING -> Map.of("X-Chaos", "payment-service:fail");
			case SLOW -> Map.of("X-Chaos", "payment-service:latency=" + Traffic.SLOWNESS.toMillis() + "ms");
			case ROUTINE -> Map.of();
		};
		// An address can be registered once, and a database may outlive the demo.
		String json = BODY.formatted(TraceContext.random().spanId());
		Reply reply = this.caller.send("POST", this.addresses.uri(SampleService.USER, "/users"), json, headers);
		return new Registration(fate, reply.header("X-Trace-ID").orElse("none"), reply.status());
	}

}
