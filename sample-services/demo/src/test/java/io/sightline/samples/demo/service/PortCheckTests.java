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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortCheckTests {

	private final Addresses defaults = Addresses.movedBy(0);

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "0.0.0.0" })
	void findsAPortThatAnotherProgramListensOn(String host) throws IOException {
		Addresses addresses = freePorts();
		try (ServerSocket other = new ServerSocket()) {
			other.bind(new InetSocketAddress(InetAddress.getByName(host), addresses.port(SampleService.ORDER)));
			assertThat(new PortCheck().taken(addresses)).containsExactly(SampleService.ORDER);
		}
		assertThat(new PortCheck().taken(addresses)).isEmpty();
	}

	@Test
	void namesThePortAndItsService() {
		PortCheck check = new PortCheck((port) -> port != 5001);
		assertThat(check.explain(check.taken(this.defaults), this.defaults)).startsWith("port 5001 (order-service)");
	}

	@Test
	void proposesTheFirstOffsetThatFreesEveryPort() {
		PortCheck check = new PortCheck((port) -> port != 5001 && port != 5103);
		assertThat(check.explain(check.taken(this.defaults), this.defaults)).contains("use --port-offset 200");
	}

	@Test
	void proposesNoOffsetWhenNoneHelps() {
		PortCheck check = new PortCheck((port) -> false);
		List<SampleService> taken = check.taken(this.defaults);
		assertThat(taken).hasSize(5);
		assertThat(check.explain(taken, this.defaults)).contains("5000", "5001", "5002", "5003", "8080")
			.doesNotContain("--port-offset");
	}

	private static Addresses freePorts() throws IOException {
		Map<SampleService, Integer> ports = new EnumMap<>(SampleService.class);
		for (SampleService service : SampleService.values()) {
			try (ServerSocket socket = new ServerSocket(0)) {
				ports.put(service, socket.getLocalPort());
			}
		}
		return new Addresses(ports);
	}

}
