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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a service over some connections, each of which sends its next request when it has
 * read the answer to the last one.
 */
final class Load implements AutoCloseable {

	private static final int IDS = 1000;

	private final ExecutorService threads;

	private final int connections;

	private final String path;

	/**
	 * Creates a load.
	 * @param connections how many there are at a time
	 * @param path what is asked for, followed by a number from 1 to 1000
	 */
	Load(int connections, String path) {
		this.connections = connections;
		this.path = path;
		this.threads = Executors.newFixedThreadPool(connections);
	}

	/**
	 * Asks until the time is over or the number of requests is reached.
	 */
	LoadResult run(int port, Duration time, long requests) throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		AtomicLong left = new AtomicLong(requests);
		List<Callable<LoadResult>> tasks = new ArrayList<>();
		for (int i = 0; i < this.connections; i++) {
			int first = i * IDS / this.connections;
			tasks.add(() -> drive(port, first, end, left));
		}
		List<LoadResult> results = new ArrayList<>();
		for (Future<LoadResult> future : this.threads.invokeAll(tasks)) {
			results.add(result(future));
		}
		return LoadResult.sum(results);
	}

	private static LoadResult result(Future<LoadResult> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	private LoadResult drive(int port, int first, long end, AtomicLong left) {
		SortedMap<String, Long> failures = new TreeMap<>();
		long answers = 0;
		try (Connection connection = new Connection(port)) {
			for (int i = first; System.nanoTime() - end < 0 && left.getAndDecrement() > 0; i++) {
				int status = connection.get(this.path + (1 + i % IDS));
				if (status == 200) {
					answers++;
				}
				else {
					failures.merge("status " + status, 1L, Long::sum);
				}
			}
		}
		catch (IOException ex) {
			failures.merge(ex.toString(), 1L, Long::sum);
		}
		return new LoadResult(answers, failures);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
