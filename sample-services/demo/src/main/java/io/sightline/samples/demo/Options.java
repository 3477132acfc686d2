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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import io.sightline.samples.demo.console.ConsoleProcess;
import io.sightline.samples.demo.service.Addresses;

/**
 * What the command line asks for.
 *
 * @param help whether only to explain the options
 * @param once whether to check everything and end, instead of staying up
 * @param portOffset what to add to every port
 * @param java the java executable that runs the services
 */
record Options(boolean help, boolean once, int portOffset, Path java) {

	private static final int LARGEST_OFFSET = Math.min(Addresses.largestOffset(), 65535 - ConsoleProcess.PORT);

	static final String USAGE = """
			Usage: ./demo [--once] [--port-offset N] [--java PATH]

			Starts the sample services, drives traffic through them, tells the story of one
			checkout and stays up until Ctrl-C.

			  --once           check what is told, print what is missing, and end
			  --port-offset N  add N to every port (0 to %d)
			  --java PATH      run the services with another java (executable or home)
			  -h, --help       this text
			""".formatted(LARGEST_OFFSET);

	static Options parse(List<String> arguments) throws UsageException {
		Options options = new Options(false, false, 0, Path.of(System.getProperty("java.home"), "bin", "java"));
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			options = options.with(rest.next(), rest);
		}
		return options;
	}

	private Options with(String argument, Iterator<String> rest) throws UsageException {
		String[] parts = argument.split("=", 2);
		return switch (parts[0]) {
			case "-h", "--help" -> new Options(true, this.once, this.portOffset, this.java);
			case "--once" -> new Options(this.help, true, this.portOffset, this.java);
			case "--port-offset" -> new Options(this.help, this.once, offset(value(parts, rest)), this.java);
			case "--java" -> new Options(this.help, this.once, this.portOffset, executable(value(parts, rest)));
			default -> throw new UsageException("unknown option: " + argument);
		};
	}

	private static String value(String[] parts, Iterator<String> rest) throws UsageException {
		if (parts.length == 2) {
			return parts[1];
		}
		if (!rest.hasNext()) {
			throw new UsageException(parts[0] + " needs a value");
		}
		return rest.next();
	}

	private static int offset(String value) throws UsageException {
		try {
			int offset = Integer.parseInt(value);
			if (offset >= 0 && offset <= LARGEST_OFFSET) {
				return offset;
			}
		}
		catch (NumberFormatException ex) {
			// Explained below, as is a number out of range.
		}
		throw new UsageException(
				"--port-offset must be a number from 0 to " + LARGEST_OFFSET + ", not '" + value + "'");
	}

	private static Path executable(String value) throws UsageException {
		Path path = Path.of(value);
		Path java = Files.isDirectory(path) ? path.resolve("bin").resolve("java") : path;
		if (!Files.isExecutable(java)) {
			throw new UsageException("--java must be a java executable or the home of one, not '" + value + "'");
		}
		return java;
	}

}
