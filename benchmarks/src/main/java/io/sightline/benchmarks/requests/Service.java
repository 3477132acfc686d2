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

package io.sightline.benchmarks.requests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service in a process of its own, which ends with this one.
 */
final class Service implements AutoCloseable {

	static final String PATH = "/deliveries/";

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final int TOLD_LINES = 30;

	private final Variant variant;

	private final int port;

	private final Path output;

	private final Process process;

	private Service(Variant variant, int port, Path output, Process process) {
		this.variant = variant;
		this.port = port;
		this.output = output;
		this.process = process;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	static Service start(Variant variant, Path jars, Neighbours neighbours) throws IOException, InterruptedException {
		Path jar = jars.resolve(variant.id() + ".jar");
		if (!Files.isReadable(jar)) {
			throw new IllegalStateException("there is no " + jar + "; benchmarks/requests.sh builds it");
		}
		int port = freePort();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms256m", "-Xmx256m",
						// The time of a compiler thread that ends would be another's.
						"-XX:-UseDynamicNumberOfCompilerThreads", "-jar", jar.toString(), "--server.address=127.0.0.1",
						"--server.port=" + port, "--routes.url=" + neighbours.downstream()));
		command.addAll(variant.arguments(neighbours.sink(variant)));
		Path output = Files.createTempFile(variant.id(), ".log");
		output.toFile().deleteOnExit();
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
			.start();
		Service service = new Service(variant, port, output, process);
		service.awaitAnswer();
		return service;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void awaitAnswer() throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!answers()) {
			if (this.process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
				close();
				throw new IllegalStateException(this.variant.id() + " does not start; it says:\n" + lastLines());
			}
		}
	}

	private String lastLines() throws IOException {
		List<String> lines = Files.readAllLines(this.output);
		return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
	}

	private boolean answers() {
		try (Connection connection = new Connection(this.port)) {
			return connection.get(PATH + 1) == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	Variant variant() {
		return this.variant;
	}

	int port() {
		return this.port;
	}

	/**
	 * The id of the process, if it is still there.
	 */
	long pid() throws IOException {
		if (!this.process.isAlive()) {
			throw new IllegalStateException(this.variant.id() + " has ended; it said:\n" + lastLines());
		}
		return this.process.pid();
	}

	/**
	 * Forgets what the service has written, so that no disk fills and no page waits to be
	 * written in the turn of another one.
	 */
	void truncateOutput() throws IOException {
		FileChannel.open(this.output, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
