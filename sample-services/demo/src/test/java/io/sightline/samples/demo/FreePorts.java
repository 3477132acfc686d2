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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports for programs that must be told theirs. The system gives none of them to a
 * connection of another test between the choice and the start, since they lie below those
 * that it chooses from, and every test process has ports of its own.
 */
final class FreePorts {

	private static final int LOWEST = 10_000;

	private static final int PROCESSES = 500;

	private static final int OF_A_PROCESS = 40;

	private static final AtomicInteger next = new AtomicInteger();

	private FreePorts() {
	}

	static int next() {
		int slot = LOWEST + OF_A_PROCESS * (int) (ProcessHandle.current().pid() % PROCESSES);
		return IntStream.range(0, OF_A_PROCESS)
			.map((attempt) -> slot + next.getAndIncrement() % OF_A_PROCESS)
			.filter(FreePorts::isFree)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No port is free from " + slot));
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port)) {
			return socket.isBound();
		}
		catch (BindException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
