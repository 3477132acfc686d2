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

package io.sightline.samples.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A web server that keeps what is posted to it, and answers as it is told.
 */
public final class RecordingServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final Map<String, List<JsonNode>> bodies = new ConcurrentHashMap<>();

	private final Map<String, Queue<Integer>> answers = new ConcurrentHashMap<>();

	public RecordingServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	/**
	 * Answers the next requests of a path with these statuses, and further ones with 202.
	 */
	public void answer(String path, Integer... statuses) {
		this.answers.put(path, new ConcurrentLinkedQueue<>(List.of(statuses)));
	}

	/**
	 * What was posted to a path and taken or refused, in order.
	 */
	public List<JsonNode> bodies(String path) {
		return this.bodies.computeIfAbsent(path, (key) -> new CopyOnWriteArrayList<>());
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		bodies(path).add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
		Queue<Integer> planned = this.answers.get(path);
		Integer status = (planned != null) ? planned.poll() : null;
		exchange.sendResponseHeaders((status != null) ? status : 202, -1);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
