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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.sightline.samples.demo.service.StartFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: exit code 0 when all is well, 1 when something is missing, 2 when the
 * command line makes no sense.
 */
public final class DemoApplication {

	private static final int OK = 0;

	private static final int MISSING = 1;

	private static final int USAGE = 2;

	private final PrintStream out;

	private volatile boolean interrupted;

	private DemoApplication(PrintStream out) {
		this.out = out;
	}

	/**
	 * Run the demo in the root of the repository.
	 * @param arguments the command line
	 * @throws IOException if the span receiver cannot listen
	 */
	public static void main(String[] arguments) throws IOException {
		// The platform's charset may know no lines and bars; terminals do.
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		System.exit(new DemoApplication(out).run(List.of(arguments)));
	}

	private int run(List<String> arguments) throws IOException {
		try {
			Options options = Options.parse(arguments);
			if (options.help()) {
				this.out.print(Options.USAGE);
				return OK;
			}
			return run(options);
		}
		catch (UsageException ex) {
			say(ex.getMessage());
			this.out.print(Options.USAGE);
			return USAGE;
		}
	}

	private int run(Options options) throws IOException {
		try (Demo demo = new Demo(options, Path.of("").toAbsolutePath(), this::print)) {
			Optional<String> obstacle = demo.obstacle();
			if (obstacle.isPresent()) {
				say(obstacle.get());
				return MISSING;
			}
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "stop"));
			return run(demo, options.once());
		}
	}

	private int run(Demo demo, boolean once) {
		try {
			Demo.Observed observed = demo.tell();
			if (once) {
				boolean complete = demo.check(observed);
				say(complete ? "OK" : "something is missing");
				return complete ? OK : MISSING;
			}
			demo.introduce();
			say("ready");
			demo.stay();
			say("every service has ended");
			return MISSING;
		}
		catch (StartFailedException ex) {
			say(ex.getMessage());
			return MISSING;
		}
	}

	private void stop(Demo demo) {
		this.interrupted = true;
		demo.close();
	}

	private void say(@Nullable String line) {
		print("demo: " + line);
	}

	private void print(String line) {
		// Whoever pressed Ctrl-C knows that things are missing from then on.
		if (!this.interrupted) {
			this.out.println(line);
		}
	}

}
