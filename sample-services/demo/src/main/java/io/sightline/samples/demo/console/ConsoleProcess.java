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

package io.sightline.samples.demo.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.sightline.samples.demo.http.Await;
import io.sightline.samples.demo.http.HttpCaller;
import io.sightline.samples.demo.http.Reply;
import io.sightline.samples.demo.service.Addresses;
import io.sightline.samples.demo.service.SampleService;
import io.sightline.samples.demo.service.ServiceProcess;
import io.sightline.samples.demo.service.StartFailedException;

/**
 * The console as a process of its own. It gets the log lines from the services and the
 * spans from the demo, which receives them first, and asks the services for the rest.
 */
public final class ConsoleProcess implements Consumer<byte[]>, AutoCloseable {

	/**
	 * The port it listens on if ports are not moved.
	 */
	public static final int PORT = 8090;

	private static final String INVITATION = "Console: ";

	private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

	private final String token = secret();

	private final String receiverToken = secret();

	private final HttpCaller caller = new HttpCaller(Duration.ofSeconds(10));

	private final HttpClient relay = HttpClient.newHttpClient();

	private final Set<CompletableFuture<?>> onTheWay = ConcurrentHashMap.newKeySet();

	private final int port;

	private final Path log;

	private volatile Optional<ServiceProcess> process = Optional.empty();

	/**
	 * Create a console that is not started yet.
	 * @param port where it is to listen
	 * @param log the file that takes its output
	 */
	public ConsoleProcess(int port, Path log) {
		this.port = port;
		this.log = log;
	}

	/**
	 * Return where its jar is.
	 * @param root the root of the repository
	 * @return the jar
	 */
	public static Path jar(Path root) {
		return root.resolve("console").resolve("target").resolve("sightline-console.jar");
	}

	public int port() {
		return this.port;
	}

	/**
	 * Start it.
	 * @param java the java executable
	 * @param root the root of the repository
	 * @param addresses where the services listen that it asks
	 * @throws IOException if it cannot be started
	 */
	public void start(Path java, Path root, Addresses addresses) throws IOException {
		List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx256m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-jar", jar(root).toString(), "--server.port=" + this.port,
				"--console.store.max-size=192MB", "--console.store.memory-limit=384MB"));
		for (SampleService service : SampleService.values()) {
			command.add("--console.scrape.targets." + service.id() + "=" + addresses.uri(service));
		}
		Map<String, String> secrets = Map.of("CONSOLE_ACCESS_TOKEN", this.token, "CONSOLE_ACCESS_RECEIVERTOKEN",
				this.receiverToken);
		this.process = Optional.of(ServiceProcess.start("console", command, secrets, this.log));
	}

	/**
	 * Return what makes a service send its log lines.
	 * @return arguments of the service
	 */
	public List<String> options() {
		return List.of("--management.opentelemetry.logging.export.otlp.endpoint=" + uri("/v1/logs"));
	}

	/**
	 * Return what lets a service in that sends.
	 * @return variables of the service
	 */
	public Map<String, String> variables() {
		return Map.of("MANAGEMENT_OPENTELEMETRY_LOGGING_EXPORT_OTLP_HEADERS_AUTHORIZATION",
				"Bearer " + this.receiverToken);
	}

	/**
	 * Wait until it answers.
	 * @param limit how long to wait
	 * @throws StartFailedException if it ends or does not answer in time
	 */
	public void awaitUp(Duration limit) throws StartFailedException {
		boolean up = Await.until(limit, () -> isUp() || !isAlive()) && isUp();
		if (!up) {
			throw new StartFailedException("the console does not answer; see " + this.log);
		}
	}

	private boolean isUp() {
		return ask("/api/overview").status() == 200;
	}

	private boolean isAlive() {
		return this.process.map(ServiceProcess::isAlive).orElse(false);
	}

	/**
	 * Hand on spans that were received. Returns at once; what is lost on the way is
	 * missing in what it shows.
	 * @param request the export of the sender, in protobuf
	 */
	@Override
	public void accept(byte[] request) {
		HttpRequest export = HttpRequest.newBuilder(uri("/v1/traces"))
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/x-protobuf")
			.header("Authorization", "Bearer " + this.receiverToken)
			.POST(HttpRequest.BodyPublishers.ofByteArray(request))
			.build();
		this.onTheWay.removeIf(CompletableFuture::isDone);
		this.onTheWay.add(this.relay.sendAsync(export, HttpResponse.BodyHandlers.discarding()));
	}

	/**
	 * Return a trace as it shows it.
	 * @param traceId the trace
	 * @return the view
	 */
	public ConsoleView trace(String traceId) {
		Reply reply = ask("/api/traces/" + traceId);
		return ConsoleView.of(reply.status(), reply.json());
	}

	/**
	 * Return a service as it shows it.
	 * @param service the service
	 * @return the view
	 */
	public ServiceView service(SampleService service) {
		String query = "?service=" + service.id();
		return ServiceView.of(
				ask("/api/metrics" + query + "&name=http_server_requests_seconds&by=service&stat=rate&since=5m").json(),
				ask("/api/health" + query).json(), ask("/api/slos" + query).json());
	}

	/**
	 * Return the link that lets a browser in, once.
	 * @return the link, or the address if it has printed none
	 */
	public String link() {
		try {
			return Files.readAllLines(this.log)
				.stream()
				.filter((line) -> line.startsWith(INVITATION))
				.reduce((first, last) -> last)
				.map((line) -> line.substring(INVITATION.length()))
				.orElseGet(() -> uri("/").toString());
		}
		catch (IOException ex) {
			return uri("/").toString();
		}
	}

	private Reply ask(String path) {
		return this.caller.send("GET", uri(path), null, Map.of("Authorization", "Bearer " + this.token));
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static String secret() {
		byte[] bytes = new byte[16];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public void close() {
		this.process.ifPresent((running) -> {
			running.askToStop();
			running.awaitStop(STOP_LIMIT);
		});
	}

}
