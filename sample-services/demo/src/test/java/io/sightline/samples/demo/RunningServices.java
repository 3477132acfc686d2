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

package io.sightline.samples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.sightline.samples.demo.console.ConsoleProcess;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.Fleet;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.service.ServiceCommand;
import io.sightline.samples.demo.service.StartFailedException;
import io.sightline.samples.demo.telemetry.SpanReceiver;
import io.sightline.samples.demo.telemetry.SpanStore;

/**
 * The real services on free ports, sending their spans to a real receiver.
 */
final class RunningServices implements AutoCloseable {

	static final Duration START_LIMIT = Duration.ofMinutes(4);

	private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	private final SpanStore spans = new SpanStore(10_000);

	private final SpanReceiver receiver;

	private final Addresses addresses;

	private final Fleet fleet;

	private final boolean relaying;

	private final ConsoleProcess console;

	private RunningServices(String name, boolean relaying, List<String> options) throws IOException {
		this.relaying = relaying;
		this.console = new ConsoleProcess(FreePorts.next(), Path.of("target", name, "console.log"));
		this.receiver = SpanReceiver.start(this.spans, 1 << 20, this::relay);
		this.addresses = freeAddresses();
		this.fleet = new Fleet(
				new ServiceCommand(JAVA, ROOT, this.addresses, this.receiver.endpoint(),
						relaying ? this.console.options() : options),
				relaying ? this.console.variables() : Map.of(), Path.of("target", name), (line) -> {
				});
	}

	/**
	 * Start services.
	 * @param test the test class, which names the directory of the logs
	 * @param services the services
	 * @param options further arguments of each
	 * @return the services, all ready
	 */
	static RunningServices start(Class<?> test, Set<SampleService> services, String... options)
			throws IOException, StartFailedException {
		RunningServices running = new RunningServices(test.getSimpleName(), false, List.of(options));
		try {
			running.fleet.start(services, START_LIMIT);
			return running;
		}
		catch (StartFailedException ex) {
			running.close();
			throw ex;
		}
	}

	/**
	 * Start services and the console, to which they send.
	 * @param test the test class, which names the directory of the logs
	 * @param services the services
	 * @return the services, all ready
	 */
	static RunningServices startWithConsole(Class<?> test, Set<SampleService> services)
			throws IOException, StartFailedException {
		RunningServices running = new RunningServices(test.getSimpleName(), true, List.of());
		try {
			running.console.start(JAVA, ROOT, running.addresses);
			running.console.awaitUp(START_LIMIT);
			running.fleet.start(services, START_LIMIT);
			return running;
		}
		catch (IOException | StartFailedException ex) {
			running.close();
			throw ex;
		}
	}

	private void relay(byte[] spans) {
		if (this.relaying) {
			this.console.accept(spans);
		}
	}

	ConsoleProcess console() {
		return this.console;
	}

	HttpCaller caller() {
		return new HttpCaller(Duration.ofSeconds(20));
	}

	Addresses addresses() {
		return this.addresses;
	}

	SpanStore spans() {
		return this.spans;
	}

	Fleet fleet() {
		return this.fleet;
	}

	private static Addresses freeAddresses() {
		Map<SampleService, Integer> ports = new EnumMap<>(SampleService.class);
		for (SampleService service : SampleService.values()) {
			ports.put(service, FreePorts.next());
		}
		return new Addresses(ports);
	}

	@Override
	public void close() {
		this.fleet.close();
		this.receiver.close();
		this.console.close();
	}

}
