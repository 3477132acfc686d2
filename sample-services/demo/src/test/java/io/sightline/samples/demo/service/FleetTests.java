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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.sightline.samples.demo.http.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The processes are shell scripts in place of java; what answers for them is a stub.
 */
class FleetTests {

	private static final Set<SampleService> ONE = EnumSet.of(SampleService.PAYMENT);

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final List<String> progress = new CopyOnWriteArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void waitsUntilAServiceIsReady() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> readiness(exchange.getRequestURI()));
				Fleet fleet = fleet("exec sleep 60", server.port())) {
			fleet.start(ONE, LIMIT);
			assertThat(fleet.process(SampleService.PAYMENT).isAlive()).isTrue();
			assertThat(this.progress).singleElement().asString().contains("payment-service", "ready after");
		}
	}

	@Test
	void leavesNoProcessBehind() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> readiness(exchange.getRequestURI()))) {
			Fleet fleet = fleet("exec sleep 60", server.port());
			fleet.start(ONE, LIMIT);
			fleet.close();
			assertThat(fleet.process(SampleService.PAYMENT).isAlive()).isFalse();
		}
	}

	@Test
	void saysWhichServiceDiedAndHow() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> new StubServer.Answer(503, ""));
				Fleet fleet = fleet("echo the reason; exit 9", server.port())) {
			assertThatExceptionOfType(StartFailedException.class).isThrownBy(() -> fleet.start(ONE, LIMIT))
				.withMessageContaining("payment-service exited with code 9")
				.withMessageContaining("the reason");
		}
	}

	@Test
	void saysWhichServiceIsNotReadyInTime() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> new StubServer.Answer(503, ""));
				Fleet fleet = fleet("exec sleep 60", server.port())) {
			assertThatExceptionOfType(StartFailedException.class)
				.isThrownBy(() -> fleet.start(ONE, Duration.ofMillis(300)))
				.withMessageContaining("[payment-service] not ready");
		}
	}

	@Test
	void startsNothingOnceClosed() throws Exception {
		Fleet fleet = fleet("exec sleep 60", 1);
		fleet.close();
		assertThatExceptionOfType(StartFailedException.class).isThrownBy(() -> fleet.start(ONE, LIMIT));
		assertThat(this.directory.resolve("payment-service.log")).doesNotExist();
	}

	@Test
	void reportsAServiceThatEndsByItself() throws Exception {
		try (StubServer server = StubServer.start((exchange) -> readiness(exchange.getRequestURI()));
				Fleet fleet = fleet("while [ ! -e end ]; do sleep 0.1; done; exit 4", server.port())) {
			fleet.start(ONE, LIMIT);
			Files.createFile(this.directory.resolve("end"));
			fleet.awaitEnd();
			assertThat(this.progress).last().asString().startsWith("payment-service exited with code 4");
		}
	}

	@Test
	void saysWhyAJarCannotBeUnpacked() throws Exception {
		try (Fleet fleet = fleet("exec sleep 60", 1, "echo no space left; exit 1")) {
			assertThatExceptionOfType(StartFailedException.class).isThrownBy(() -> fleet.start(ONE, LIMIT))
				.withMessageContaining("payment-service unpacking exited with code 1")
				.withMessageContaining("no space left");
		}
	}

	private Fleet fleet(String script, int port) throws IOException {
		return fleet(script, port, "exit 0");
	}

	private Fleet fleet(String script, int port, String unpacking) throws IOException {
		Path java = Files.writeString(this.directory.resolve("java"), """
				#!/bin/sh
				cd '%s'
				case "$*" in *jarmode*) %s;; esac
				%s
				""".formatted(this.directory, unpacking, script));
		assertThat(java.toFile().setExecutable(true)).isTrue();
		Map<SampleService, Integer> ports = new EnumMap<>(SampleService.class);
		EnumSet.allOf(SampleService.class).forEach((service) -> ports.put(service, port));
		ServiceCommand command = new ServiceCommand(java, this.directory, new Addresses(ports),
				URI.create("http://127.0.0.1:1/v1/traces"));
		return new Fleet(command, this.directory, this.progress::add);
	}

	private static StubServer.Answer readiness(URI uri) {
		return new StubServer.Answer("/actuator/health/readiness".equals(uri.getPath()) ? 200 : 404, "");
	}

}
