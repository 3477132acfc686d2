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

package io.sightline.samples.common;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Another service, played by a real HTTP server: answers what it was told to answer and
 * remembers what it was asked.
 */
public final class StubPeer implements AutoCloseable {

	private final HttpServer server;

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	public StubPeer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/**
	 * The base URL.
	 * @return the URL, without a slash at the end
	 */
	public String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/**
	 * Answer requests from now on.
	 * @param route method and path, the path as a regular expression
	 * @param status the status to send
	 * @param body the JSON to send
	 * @return this stub
	 */
	public StubPeer answer(String route, int status, String body) {
		this.answers.put(route, new Answer(status, body));
		return this;
	}

	/**
	 * Forget calls and answers.
	 * @return this stub
	 */
	public StubPeer reset() {
		this.answers.clear();
		this.calls.clear();
		return this;
	}

	/**
	 * The calls whose method and path match.
	 * @param route method and path, as a regular expression
	 * @return the calls in their order
	 */
	public List<Call> calls(String route) {
		return this.calls.stream().filter((call) -> call.route().matches(route)).toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.calls.add(new Call(route, body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true)));
		Answer answer = this.answers.entrySet()
			.stream()
			.filter((entry) -> Pattern.matches(entry.getKey(), route))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(new Answer(404, "{}"));
		byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(answer.status(), (bytes.length != 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	/**
	 * A call that came in.
	 *
	 * @param route method and path
	 * @param body the body
	 * @param headers the headers
	 */
	public record Call(String route, String body, HttpHeaders headers) {

	}

	private record Answer(int status, String body) {

	}

}
