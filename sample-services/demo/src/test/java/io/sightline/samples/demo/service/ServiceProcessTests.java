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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

class ServiceProcessTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@Test
	void writesAllOutputToTheLog() throws IOException {
		ServiceProcess process = shell("echo out; echo err >&2; exit 3");
		await().until(() -> !process.isAlive());
		assertThat(process.log()).hasContent("out\nerr\n");
		assertThat(process.obituary(1)).startsWith("shell exited with code 3").endsWith("err").doesNotContain("out\n");
	}

	@Test
	void stopsAProcessThatObeys() throws IOException {
		ServiceProcess process = shell("exec sleep 60");
		process.askToStop();
		process.awaitStop(Duration.ofSeconds(10));
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void killsAProcessThatDoesNotObey() throws IOException {
		ServiceProcess process = shell("trap '' TERM; echo deaf; while :; do sleep 1; done");
		await().until(() -> process.lastLines(1).equals("deaf"));
		process.askToStop();
		process.awaitStop(Duration.ofMillis(50));
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void reportsAnExitThatNobodyAskedFor() throws IOException {
		AtomicInteger reports = new AtomicInteger();
		shell("exit 0").onUnexpectedExit(reports::incrementAndGet).join();
		assertThat(reports).hasValue(1);
	}

	@Test
	void reportsNoExitThatWasAskedFor() throws IOException {
		AtomicInteger reports = new AtomicInteger();
		ServiceProcess process = shell("exec sleep 60");
		var end = process.onUnexpectedExit(reports::incrementAndGet);
		process.kill();
		end.join();
		assertThat(reports).hasValue(0);
	}

	@Test
	void givesVariablesToAProcess() throws IOException {
		ServiceProcess process = ServiceProcess.start("shell", List.of("sh", "-c", "echo $SECRET"),
				Map.of("SECRET", "of nobody else"), this.directory.resolve("shell.log"));
		await().until(() -> !process.isAlive());
		assertThat(process.log()).hasContent("of nobody else");
	}

	@Test
	void failsWhenThereIsNoSuchProgram() {
		assertThatIOException()
			.isThrownBy(() -> ServiceProcess.start("none", List.of("/no/such/program"), this.directory.resolve("log")));
	}

	private ServiceProcess shell(String script) throws IOException {
		return ServiceProcess.start("shell", List.of("sh", "-c", script), this.directory.resolve("shell.log"));
	}

}
