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

package io.sightline.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * RabbitMQ on this machine, with all that it writes in one directory.
 */
final class RabbitServer implements AutoCloseable {

	/**
	 * Packages put it here; what they put on the path starts as another user.
	 */
	private static final Path BINARY = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

	private final int port = FreePorts.next();

	private final int mapperPort = FreePorts.next();

	private final Path directory;

	private @Nullable Process process;

	RabbitServer(Path directory) {
		this.directory = directory;
	}

	static void assumeInstalled() {
		Assumptions.assumeTrue(Files.isExecutable(BINARY), "RabbitMQ is missing: apt-get install rabbitmq-server");
	}

	int port() {
		return this.port;
	}

	void start() {
		this.process = run(List.of(BINARY.toString()));
		Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> isListening(this.port));
	}

	private Process run(List<String> command) {
		String home = this.directory.toString();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output").toFile());
		builder.environment()
			.putAll(Map.of("HOME", home, "RABBITMQ_MNESIA_BASE", home, "RABBITMQ_LOG_BASE", home,
					"RABBITMQ_ENABLED_PLUGINS_FILE", home + "/plugins", "RABBITMQ_NODENAME", "tests@localhost",
					"RABBITMQ_NODE_PORT", String.valueOf(this.port), "RABBITMQ_DIST_PORT",
					String.valueOf(FreePorts.next()), "ERL_EPMD_PORT", String.valueOf(this.mapperPort)));
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isListening(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Ends the broker, and the daemon of Erlang's that it started.
	 */
	@Override
	public void close() {
		Process running = this.process;
		if (running != null) {
			running.descendants().forEach(ProcessHandle::destroyForcibly);
			running.destroyForcibly().onExit().join();
			// Refuses until it has noticed that the broker is gone.
			Awaitility.await().until(() -> {
				run(List.of("epmd", "-kill")).onExit().join();
				return !isListening(this.mapperPort);
			});
		}
	}

}
