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
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;

/**
 * The connections that are open to Netty, as {@code http.server.connections}. Its own
 * meters have the address of the client as a tag.
 */
public final class NettyConnections implements MeterBinder, NettyServerCustomizer {

	private final AtomicInteger open = new AtomicInteger();

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("http.server.connections", this.open, AtomicInteger::get)
			.description("Connections that are open")
			.register(registry);
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnConnection(this::count);
	}

	private void count(Connection connection) {
		this.open.incrementAndGet();
		connection.onDispose(() -> this.open.decrementAndGet());
	}

}
