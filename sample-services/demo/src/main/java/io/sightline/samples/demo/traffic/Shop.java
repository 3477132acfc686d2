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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.Addresses;

/**
 * A customer's way to the services: each request starts a trace and is remembered.
 */
final class Shop {

	private final HttpCaller caller;

	private final Addresses addresses;

	private final Consumer<String> progress;

	private final List<Exchange> exchanges = new ArrayList<>();

	Shop(HttpCaller caller, Addresses addresses, Consumer<String> progress) {
		this.caller = caller;
		this.addresses = addresses;
		this.progress = progress;
	}

	Exchange send(Step step) {
		TraceContext context = TraceContext.random();
		Map<String, String> headers = new HashMap<>(step.headers());
		headers.put("traceparent", context.traceparent());
		Exchange exchange = new Exchange(step, context,
				this.caller.send(step.method(), this.addresses.uri(step.service(), step.path()), step.json(), headers));
		this.exchanges.add(exchange);
		this.progress.accept("%-4s %-17s %-24s %3d %6d ms  %s"
			.formatted(step.method(), step.service().id(), step.path(), exchange.reply().status(),
					exchange.reply().duration().toMillis(), step.headers().getOrDefault("X-Chaos", ""))
			.stripTrailing());
		return exchange;
	}

	List<Exchange> exchanges() {
		return List.copyOf(this.exchanges);
	}

}
