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
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceCommandTests {

	private static final Path UNPACKED = Path.of("target", "order");

	private final ServiceCommand commands = new ServiceCommand(Path.of("java"), Path.of("root"), Addresses.movedBy(10),
			URI.create("http://127.0.0.1:4318/v1/traces"));

	private final List<String> command = this.commands.of(SampleService.ORDER, UNPACKED);

	@Test
	void unpacksTheJarThatTheBuildLeaves() {
		assertThat(this.commands.unpacking(SampleService.ORDER, UNPACKED)).startsWith("java")
			.containsSequence("-jar", "root/sample-services/order-service/target/order-service.jar", "extract")
			.endsWith("target/order");
	}

	@Test
	void runsWhatIsUnpacked() {
		assertThat(this.command).startsWith("java").containsSequence("-jar", "target/order/order-service.jar");
	}

	@Test
	void listensOnLoopbackOnly() {
		assertThat(this.command).contains("--server.address=127.0.0.1", "--server.port=5011");
	}

	@Test
	void knowsItsPeersAtTheirMovedPorts() {
		assertThat(this.command).contains("--sample.clients.user.url=http://127.0.0.1:5010",
				"--sample.clients.payment.url=http://127.0.0.1:5012",
				"--sample.clients.inventory.url=http://127.0.0.1:5013",
				"--sample.clients.notification.url=http://127.0.0.1:8090");
	}

	@Test
	void sendsItsSpansToTheReceiver() {
		assertThat(this.command)
			.contains("--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:4318/v1/traces");
	}

}
