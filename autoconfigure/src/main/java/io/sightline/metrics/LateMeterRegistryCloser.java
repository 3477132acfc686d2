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
package io.sightline.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * Closes the meter registries, which is when they deliver for the last time: after the
 * server has answered what was in flight, which would go untold otherwise, and before
 * there are no beans left to ask.
 */
public final class LateMeterRegistryCloser implements SmartLifecycle, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(LateMeterRegistryCloser.class);

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	private final BooleanSupplier ending;

	private final Duration timeout;

	private final AtomicBoolean closed = new AtomicBoolean();

	private volatile boolean running;

	/**
	 * Creates a closer.
	 * @param ending whether the application ends, and does not only pause
	 * @param timeout how long to wait for their last delivery
	 */
	public LateMeterRegistryCloser(BooleanSupplier ending, Duration timeout) {
		this.ending = ending;
		this.timeout = timeout;
	}

	/**
	 * Takes charge of a registry.
	 * @param registry the registry
	 */
	public void add(MeterRegistry registry) {
		this.registries.add(registry);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.ending.getAsBoolean()) {
			close();
		}
	}

	@Override
	public void destroy() {
		close();
	}

	private void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		Thread thread = new Thread(() -> this.registries.forEach(LateMeterRegistryCloser::close),
				"sightline-metrics-end");
		thread.setDaemon(true);
		thread.start();
		try {
			thread.join(this.timeout.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (thread.isAlive()) {
			logger.warn("The last values of metrics are lost: no answer within {} ms", this.timeout.toMillis());
		}
	}

	private static void close(MeterRegistry registry) {
		Metrics.removeRegistry(registry);
		if (!registry.isClosed()) {
			registry.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
