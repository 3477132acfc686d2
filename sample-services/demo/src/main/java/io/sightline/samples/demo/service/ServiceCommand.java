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

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the services are started.
 *
 * @param java the java executable that runs them
 * @param root the root of the repository
 * @param addresses where each service listens
 * @param traces where they send their spans
 * @param options further arguments of every service
 */
public record ServiceCommand(Path java, Path root, Addresses addresses, URI traces, List<String> options) {

	public ServiceCommand {
		options = List.copyOf(options);
	}

	/**
	 * Create a command without further arguments.
	 * @param java the java executable that runs the services
	 * @param root the root of the repository
	 * @param addresses where each service listens
	 * @param traces where they send their spans
	 */
	public ServiceCommand(Path java, Path root, Addresses addresses, URI traces) {
		this(java, root, addresses, traces, List.of());
	}

	/**
	 * Return the command line that unpacks the jar of a service: it starts with less work
	 * than from a jar of jars.
	 * @param service the service
	 * @param directory where to unpack it
	 * @return the program and its arguments
	 */
	public List<String> unpacking(SampleService service, Path directory) {
		return List.of(this.java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar",
				service.jar(this.root).toString(), "extract", "--force", "--destination", directory.toString());
	}

	/**
	 * Return the command line of a service.
	 * @param service the service
	 * @param directory where it is unpacked
	 * @return the program and its arguments
	 */
	public List<String> of(SampleService service, Path directory) {
		List<String> command = new ArrayList<>();
		command.add(this.java.toString());
		// Five JVMs share the machine: small heaps and a compiler that settles early.
		command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.add("-jar");
		command.add(directory.resolve(service.id() + ".jar").toString());
		command.add("--server.address=" + Addresses.HOST);
		command.add("--server.port=" + this.addresses.port(service));
		for (SampleService peer : SampleService.values()) {
			command.add("--" + peer.clientUrlProperty() + "=" + this.addresses.uri(peer));
		}
		command.add("--management.opentelemetry.tracing.export.otlp.endpoint=" + this.traces);
		// What brings a sampled trace along is kept; the rest is for the services to
		// decide.
		command.add("--management.tracing.sampling.probability=0.1");
		command.add("--sample.chaos.header-enabled=true");
		command.add("--sightline.logging.format=json");
		command.addAll(this.options);
		return List.copyOf(command);
	}

}
