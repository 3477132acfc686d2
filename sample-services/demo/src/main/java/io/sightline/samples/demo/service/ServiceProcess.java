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

package io.sightline.samples.demo.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One service as a process of its own, with everything it prints in one file.
 */
public final class ServiceProcess {

	/**
	 * What would change, or print into, a JVM behind its command line.
	 */
	private static final List<String> JVM_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

	private final String name;

	private final Process process;

	private final Path log;

	private volatile boolean stopping;

	private ServiceProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	/**
	 * Start a process.
	 * @param name the name to report it under
	 * @param command the program and its arguments
	 * @param log the file that takes its output; a former one is overwritten
	 * @return the running process
	 * @throws IOException if it cannot be started
	 */
	public static ServiceProcess start(String name, List<String> command, Path log) throws IOException {
		return start(name, command, Map.of(), log);
	}

	/**
	 * Start a process that gets variables: a command line is for everybody on the machine
	 * to read, the environment is not.
	 * @param name the name to report it under
	 * @param command the program and its arguments
	 * @param variables what to add to its environment
	 * @param log the file that takes its output; a former one is overwritten
	 * @return the running process
	 * @throws IOException if it cannot be started
	 */
	public static ServiceProcess start(String name, List<String> command, Map<String, String> variables, Path log)
			throws IOException {
		Files.createDirectories(log.toAbsolutePath().getParent());
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		Map<String, String> environment = builder.environment();
		JVM_VARIABLES.forEach(environment::remove);
		environment.putAll(variables);
		Process process = builder.start();
		process.getOutputStream().close();
		return new ServiceProcess(name, process, log);
	}

	/**
	 * Return the name to report the process under.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return where the process writes what it prints.
	 * @return the log file
	 */
	public Path log() {
		return this.log;
	}

	/**
	 * Return whether the process runs.
	 * @return whether it is alive
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Run something when the process ends although nobody stopped it.
	 * @param action the action
	 * @return completed when the process has ended
	 */
	CompletableFuture<Void> onUnexpectedExit(Runnable action) {
		return this.process.onExit().thenRun(() -> {
			if (!this.stopping) {
				action.run();
			}
		});
	}

	/**
	 * Wait until the process has done its work. What has not ended within the limit is
	 * killed.
	 * @param limit how long it may take
	 * @return whether it ended well
	 */
	boolean awaitEnd(Duration limit) {
		awaitStop(limit);
		return this.process.exitValue() == 0;
	}

	/**
	 * Ask the process to end; it may take its time.
	 */
	public void askToStop() {
		this.stopping = true;
		this.process.destroy();
	}

	/**
	 * End the process: what has not ended by itself within the limit is killed.
	 * @param limit how long it may take to end by itself
	 */
	public void awaitStop(Duration limit) {
		this.stopping = true;
		boolean interrupted = false;
		try {
			if (this.process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		kill();
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Kill the process, as a crash would.
	 */
	public void kill() {
		this.stopping = true;
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * Hold the process, as if it hung.
	 */
	public void freeze() {
		signal("STOP");
	}

	/**
	 * Let a process go on that is held.
	 */
	public void thaw() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(this.process.pid())).start().onExit().join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Describe how the process ended.
	 * @param lines how many of its last lines to show
	 * @return the description
	 */
	public String obituary(int lines) {
		return this.name + " exited with code " + this.process.exitValue() + "; the end of " + this.log + ":\n"
				+ lastLines(lines);
	}

	String lastLines(int count) {
		try {
			List<String> lines = new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8).lines().toList();
			return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
		}
		catch (IOException ex) {
			return "(not readable: " + ex + ")";
		}
	}

}
