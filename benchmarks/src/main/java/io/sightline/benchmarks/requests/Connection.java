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

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * A connection that stays open for many requests. It knows as much of HTTP as the
 * comparison needs, so that it takes little of the processor from the services.
 */
final class Connection implements Closeable {

	private static final int TIMEOUT = (int) Duration.ofSeconds(30).toMillis();

	private final Socket socket = new Socket();

	private final InputStream input;

	Connection(int port) throws IOException {
		try {
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(TIMEOUT);
			this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
			this.input = new BufferedInputStream(this.socket.getInputStream());
		}
		catch (IOException ex) {
			this.socket.close();
			throw ex;
		}
	}

	/**
	 * Asks for a path and reads the whole answer.
	 * @return the status
	 */
	int get(String path) throws IOException {
		String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";
		this.socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
		String[] status = line().split(" ");
		if (status.length < 2 || !status[0].equals("HTTP/1.1")) {
			throw new IOException("no answer of HTTP: " + String.join(" ", status));
		}
		readBody();
		return Integer.parseInt(status[1]);
	}

	private void readBody() throws IOException {
		long length = -1;
		boolean chunked = false;
		for (String line = line(); !line.isEmpty(); line = line()) {
			String header = line.toLowerCase(Locale.ROOT);
			if (header.startsWith("content-length:")) {
				length = Long.parseLong(header.substring("content-length:".length()).strip());
			}
			chunked = chunked || (header.startsWith("transfer-encoding:") && header.endsWith("chunked"));
		}
		if (chunked) {
			readChunks();
		}
		else if (length >= 0) {
			this.input.skipNBytes(length);
		}
		else {
			throw new IOException("an answer without a length");
		}
	}

	private void readChunks() throws IOException {
		long size;
		do {
			size = Long.parseLong(line(), 16);
			this.input.skipNBytes(size);
			if (!line().isEmpty()) {
				throw new IOException("a chunk of another length than it says");
			}
		}
		while (size > 0);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw new EOFException("the connection was closed");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
