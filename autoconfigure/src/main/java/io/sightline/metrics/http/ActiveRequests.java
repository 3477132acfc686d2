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

package io.sightline.metrics.http;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The requests that are being answered, as {@code http.server.active.requests}. Costs a
 * fraction of a timer of long tasks, which keeps each request in a set.
 */
public final class ActiveRequests implements MeterBinder {

	private final AtomicInteger active = new AtomicInteger();

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("http.server.active.requests", this.active, AtomicInteger::get)
			.description("Requests that are being answered")
			.register(registry);
	}

	void begin() {
		this.active.incrementAndGet();
	}

	void end() {
		this.active.decrementAndGet();
	}

	int count() {
		return this.active.get();
	}

}
