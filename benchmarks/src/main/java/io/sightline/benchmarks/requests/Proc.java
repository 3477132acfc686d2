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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.sightline.benchmarks.requests.ThreadTimes.ThreadTime;

/**
 * What the kernel tells about processes and the machine.
 */
final class Proc {

	/**
	 * What Linux tells programs, on each architecture that Java runs on.
	 */
	private static final Duration TICK = Duration.ofMillis(10);

	/**
	 * Places in the line, from the first after the name.
	 */
	private static final int USER_MODE = 11;

	private static final int KERNEL_MODE = 12;

	private final Path root;

	Proc(Path root) {
		this.root = root;
	}

	/**
	 * Fails where there are no such figures.
	 */
	Proc checked() throws IOException {
		Path own = this.root.resolve("self/schedstat");
		if (!Files.isReadable(own)) {
			throw new IllegalStateException("this comparison needs Linux: it reads the processor time of threads from "
					+ own + ", which is not there");
		}
		if (ThreadTime.of("", Files.readString(own)).nanos() == 0) {
			throw new IllegalStateException("this kernel does not count the processor time of threads in " + own);
		}
		return this;
	}

	ThreadTimes threads(long pid) throws IOException {
		Map<Long, ThreadTime> threads = new HashMap<>();
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(this.root.resolve(pid + "/task"))) {
			for (Path task : tasks) {
				try {
					threads.put(Long.parseLong(task.getFileName().toString()), ThreadTime
						.of(Files.readString(task.resolve("comm")), Files.readString(task.resolve("schedstat"))));
				}
				catch (IOException ex) {
					// ended since the directory was read
				}
			}
		}
		return new ThreadTimes(threads, nanos(Files.readString(this.root.resolve(pid + "/stat"))));
	}

	/**
	 * The time of a process, in user mode and in the kernel, of its line in {@code stat}.
	 * The kernel counts it to the nanosecond, and tells it in ticks.
	 */
	private static long nanos(String stat) {
		// The name of the program, in parentheses, may have spaces.
		String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
		return (Long.parseLong(fields[USER_MODE]) + Long.parseLong(fields[KERNEL_MODE])) * TICK.toNanos();
	}

	MachineTime machine() throws IOException {
		try (var lines = Files.lines(this.root.resolve("stat"))) {
			return MachineTime.of(lines.findFirst().orElse(""));
		}
	}

}
