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

package io.sightline.console.sources;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers in the format of a server that cannot run here: no substitute for it, but for
 * its format.
 */
final class FormatStub implements AutoCloseable {

	private final HttpServer server;

	private final Function<String, String> answers;

	private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

	private volatile int status = 200;

	private FormatStub(HttpServer server, Function<String, String> answers) {
		this.server = server;
		this.answers = answers;
	}

	static FormatStub start(Function<String, String> answers) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		FormatStub stub = new FormatStub(server, answers);
		server.createContext("/", stub::answer);
		server.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work);
			thread.setDaemon(true);
			return thread;
		}));
		server.start();
		return stub;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String question = exchange.getRequestURI() + body;
		this.asked.add(question);
		byte[] answer = this.answers.apply(question).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(this.status, (answer.length > 0) ? answer.length : -1);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	void answerWith(int newStatus) {
		this.status = newStatus;
	}

	List<String> asked() {
		return List.copyOf(this.asked);
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
