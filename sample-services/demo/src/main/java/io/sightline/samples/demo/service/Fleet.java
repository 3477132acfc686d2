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

package io.sightline.samples.demo.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.sightline.samples.demo.http.Await;
import io.sightline.samples.demo.http.HttpCaller;

/**
 * The services that were started, and the only processes that are stopped. Safe to close
 * from a shutdown hook while another thread is still starting services.
 */
public final class Fleet implements AutoCloseable {

	private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

	private static final Duration UNPACK_LIMIT = Duration.ofMinutes(1);

	private static final int LAST_LINES = 15;

	private final ServiceCommand command;

	private final Map<String, String> variables;

	private final Path logs;

	private final Consumer<String> progress;

	private final Map<SampleService, ServiceProcess> processes = new EnumMap<>(SampleService.class);

	private final HttpCaller caller = new HttpCaller(Duration.ofSeconds(2));

	private boolean closed;

	/**
	 * Create a fleet without any process yet.
	 * @param command how services are started
	 * @param logs the directory for their output
	 * @param progress told what happens
	 */
	public Fleet(ServiceCommand command, Path logs, Consumer<String> progress) {
		this(command, Map.of(), logs, progress);
	}

	/**
	 * Create a fleet whose services get variables, such as secrets, in their environment.
	 * @param command how services are started
	 * @param variables what to add to their environment
	 * @param logs the directory for their output
	 * @param progress told what happens
	 */
	public Fleet(ServiceCommand command, Map<String, String> variables, Path logs, Consumer<String> progress) {
		this.command = command;
		this.variables = Map.copyOf(variables);
		this.logs = logs;
		this.progress = progress;
	}

	/**
	 * Start services and wait until each is ready.
	 * @param services the services
	 * @param limit how long to wait in all
	 * @throws StartFailedException if one cannot be started, ends or is not ready in time
	 */
	public void start(Set<SampleService> services, Duration limit) throws StartFailedException {
		for (SampleService service : services) {
			start(service);
		}
		awaitReady(services, limit);
	}

	private synchronized void start(SampleService service) throws StartFailedException {
		if (this.closed) {
			throw new StartFailedException("interrupted");
		}
		try {
			Path log = this.logs.resolve(service.id() + ".log");
			Path unpacked = this.logs.resolve(service.id());
			ServiceProcess unpacking = ServiceProcess.start(service.id() + " unpacking",
					this.command.unpacking(service, unpacked), log);
			if (!unpacking.awaitEnd(UNPACK_LIMIT)) {
				throw new StartFailedException(unpacking.obituary(LAST_LINES));
			}
			this.processes.put(service,
					ServiceProcess.start(service.id(), this.command.of(service, unpacked), this.variables, log));
		}
		catch (IOException ex) {
			throw new StartFailedException(service.id() + " cannot be started: " + ex.getMessage(), ex);
		}
	}

	private void awaitReady(Set<SampleService> services, Duration limit) throws StartFailedException {
		long start = System.nanoTime();
		Set<SampleService> waiting = EnumSet.copyOf(services);
		List<ServiceProcess> ended = new ArrayList<>();
		boolean ready = Await.until(limit, () -> {
			services.stream().map(this::process).filter((process) -> !process.isAlive()).forEach(ended::add);
			waiting.removeIf((service) -> becameReady(service, start));
			return waiting.isEmpty() || !ended.isEmpty();
		});
		if (!ended.isEmpty()) {
			throw new StartFailedException(ended.get(0).obituary(LAST_LINES));
		}
		if (!ready) {
			throw new StartFailedException(notReady(waiting, limit));
		}
	}

	private boolean becameReady(SampleService service, long start) {
		if (this.caller.get(this.command.addresses().uri(service, "/actuator/health/readiness")).status() != 200) {
			return false;
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		this.progress.accept("%-17s ready after %4.1f s on port %d".formatted(service.id(), seconds,
				this.command.addresses().port(service)));
		return true;
	}

	private String notReady(Set<SampleService> waiting, Duration limit) {
		SampleService first = waiting.iterator().next();
		return waiting.stream().map(SampleService::id).toList() + " not ready after " + limit.toSeconds()
				+ " s; the end of " + process(first).log() + ":\n" + process(first).lastLines(LAST_LINES);
	}

	/**
	 * Return the process of a service.
	 * @param service a service that was started
	 * @return its process
	 */
	public synchronized ServiceProcess process(SampleService service) {
		ServiceProcess process = this.processes.get(service);
		if (process == null) {
			throw new IllegalStateException(service.id() + " was not started");
		}
		return process;
	}

	/**
	 * Wait until every service has ended, and report each that ends by itself.
	 */
	public void awaitEnd() {
		ends().join();
	}

	private synchronized CompletableFuture<Void> ends() {
		return CompletableFuture.allOf(this.processes.values()
			.stream()
			.map((process) -> process.onUnexpectedExit(() -> this.progress.accept(process.obituary(LAST_LINES))))
			.toArray(CompletableFuture<?>[]::new));
	}

	@Override
	public void close() {
		long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
		for (ServiceProcess process : closing()) {
			process.awaitStop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
		}
	}

	private synchronized List<ServiceProcess> closing() {
		this.closed = true;
		this.processes.values().forEach(ServiceProcess::askToStop);
		return List.copyOf(this.processes.values());
	}

}
