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
import java.util.EnumMap;
import java.util.Map;

/**
 * Where each service listens.
 *
 * @param ports the port of each service
 */
public record Addresses(Map<SampleService, Integer> ports) {

	static final int HIGHEST_PORT = 65535;

	/**
	 * The address everything listens on: the demo is not for the network.
	 */
	static final String HOST = "127.0.0.1";

	public Addresses {
		ports = Map.copyOf(ports);
	}

	/**
	 * Return the default ports, moved.
	 * @param offset what to add to every port
	 * @return the addresses
	 */
	public static Addresses movedBy(int offset) {
		Map<SampleService, Integer> ports = new EnumMap<>(SampleService.class);
		for (SampleService service : SampleService.values()) {
			ports.put(service, service.defaultPort() + offset);
		}
		return new Addresses(ports);
	}

	/**
	 * Return how far the default ports can be moved.
	 * @return the largest offset
	 */
	public static int largestOffset() {
		int highest = 0;
		for (SampleService service : SampleService.values()) {
			highest = Math.max(highest, service.defaultPort());
		}
		return HIGHEST_PORT - highest;
	}

	/**
	 * Return the port of a service.
	 * @param service the service
	 * @return its port
	 */
	public int port(SampleService service) {
		Integer port = this.ports.get(service);
		if (port == null) {
			throw new IllegalArgumentException("No port for " + service.id());
		}
		return port;
	}

	/**
	 * Return the URL of a service.
	 * @param service the service
	 * @return its URL without a path
	 */
	public URI uri(SampleService service) {
		return URI.create("http://" + HOST + ":" + port(service));
	}

	/**
	 * Return the URL of a path on a service.
	 * @param service the service
	 * @param path the path, starting with a slash
	 * @return the URL
	 */
	public URI uri(SampleService service, String path) {
		return uri(service).resolve(path);
	}

}
