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

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.service.ServiceProcess;
import tools.jackson.databind.JsonNode;

/**
 * A real Prometheus or Alertmanager on a free port.
 */
final class MonitoringProcess implements AutoCloseable {

	private final HttpCaller caller = new HttpCaller(Duration.ofSeconds(20));

	private final ServiceProcess process;

	private final int port;

	private MonitoringProcess(ServiceProcess process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Start Prometheus.
	 * @param directory where its files are
	 * @param configuration its configuration
	 * @return the process
	 */
	static MonitoringProcess prometheus(Path directory, String configuration) throws IOException {
		return start("prometheus", directory, configuration, "--storage.tsdb.path=" + directory.resolve("prometheus"),
				"--enable-feature=exemplar-storage", "--rules.alert.resend-delay=1s");
	}

	/**
	 * Start Alertmanager.
	 * @param directory where its files are
	 * @param configuration its configuration
	 * @return the process
	 */
	static MonitoringProcess alertmanager(Path directory, String configuration) throws IOException {
		return start("prometheus-alertmanager", directory, configuration,
				"--storage.path=" + directory.resolve("alertmanager"), "--cluster.listen-address=");
	}

	private static MonitoringProcess start(String program, Path directory, String configuration, String... options)
			throws IOException {
		int port = FreePorts.next();
		Path file = Files.writeString(directory.resolve(program + ".yml"), configuration);
		List<String> command = new ArrayList<>(
				List.of(program, "--config.file=" + file, "--web.listen-address=127.0.0.1:" + port));
		command.addAll(List.of(options));
		return new MonitoringProcess(
				ServiceProcess.start(program, command, Path.of("target", "monitoring", program + ".log")), port);
	}

	static boolean areInstalled(String... programs) {
		return Stream.of(programs).allMatch(MonitoringProcess::isInstalled);
	}

	private static boolean isInstalled(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

	int port() {
		return this.port;
	}

	/**
	 * Ask Prometheus.
	 * @param expression the query
	 * @return the whole answer
	 */
	JsonNode ask(String expression) {
		return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
	}

	/**
	 * Ask Prometheus.
	 * @param expression the query
	 * @return the series, empty also if the query is wrong
	 */
	JsonNode query(String expression) {
		return ask(expression).path("data").path("result");
	}

	JsonNode get(String path) {
		return this.caller.get(URI.create("http://127.0.0.1:" + this.port + path)).json();
	}

	@Override
	public void close() {
		this.process.askToStop();
		this.process.awaitStop(Duration.ofSeconds(10));
	}

}
